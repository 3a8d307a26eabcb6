// npm run pack:build: the engine, the React component and the web component, with types, in dist-package/.
// `npm pack` and `npm publish` do this first. Another folder may be named: `node scripts/pack.mjs folder`.
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildComponents } from './pack-components.mjs';
import { root, shell } from './shell.mjs';

const options = [
  '--emitDeclarationOnly false',
  '--declaration',
  '--composite false',
  '--incremental false',
  '--rewriteRelativeImportExtensions',
];

/**
 * The engine as JavaScript with types, for Node and bundlers.
 *
 * @param {string} folder removed first; relative to the folder of package.json
 * @throws {Error} if the engine does not compile
 */
export async function buildPackage(folder) {
  const target = join(root, folder);
  rmSync(target, { recursive: true, force: true });
  const code = await shell(`tsc -p src ${options.join(' ')} --outDir ${JSON.stringify(target)}`);
  if (code !== 0) throw new Error(`failed build: tsc ended with code ${code}, see above.`);
  for (const name of readdirSync(target, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.d.ts')) rewriteExtensions(join(target, name));
  }
}

/** The compiler rewrites `./lane.ts` to `./lane.js` in code but not in types, where not every tool knows what is meant. */
function rewriteExtensions(path) {
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace(/((?:from |import\()['"]\.[^'"]*)\.ts(['"])/g, '$1.js$2'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = process.argv[2] ?? 'dist-package';
  try {
    await buildPackage(folder);
    await buildComponents(folder);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
