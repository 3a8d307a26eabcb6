// Installs the packages of the lock file, if they are not there already. Needs none of them itself.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, shell } from './shell.mjs';

/** Written last, so that an installation that was cut short has none. */
const stamp = join(root, 'node_modules', '.setup');

/** @returns {boolean} whether every package is there that this machine cannot do without */
function isComplete() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages).every(
    ([folder, { optional }]) => optional || existsSync(join(root, folder, 'package.json')),
  );
}

/** @returns {string} what the installed packages depend on: the lock file and Node itself */
function fingerprint() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return createHash('sha256').update(lock).update(process.version).digest('hex');
}

/** @throws {Error} a plain sentence, if Node is too old or the packages cannot be installed */
export async function setUp() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`outdated Node.js: ${process.version}; install version 20.19 or newer.`);
  }
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && isComplete()) return;
  console.log('Installing packages (once, about half a minute)');
  // No package of this project needs an install script, so none may run.
  const code = await shell('npm ci --ignore-scripts --include=dev --no-audit --no-fund');
  if (code !== 0)
    throw new Error(`failed installation: npm ci ended with code ${code}, see above.`);
  writeFileSync(stamp, wanted);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  setUp().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
