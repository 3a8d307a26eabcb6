// npm run mutations: puts known faults into a copy of the sources, one at a time, and asks whether the tests notice.
// `npm run mutations -- word` tries only the faults whose name or file has the word in it.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mutations } from './mutations-list.mjs';
import { root } from './shell.mjs';

const word = process.argv[2] ?? '';
const chosen = mutations.filter(({ name, file }) => `${name} ${file}`.includes(word));
const folder = mkdtempSync(join(tmpdir(), 'normscape-mutations-'));

/** The tree as the tests need it; packages are linked one by one, so that caches stay apart. */
function copyTree() {
  for (const name of [
    'src',
    'app',
    'tests',
    'scripts',
    'package.json',
    'vitest.config.ts',
    'tsconfig.base.json',
  ]) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name.startsWith('.') && name !== '.bin') continue;
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), 'junction');
  }
}

/** @returns {{ passed: number, failures: string[], unloaded: string[] }} the names of tests and of test files */
function runTests(files) {
  // Where vitest.config.ts has the report written.
  const report = join(folder, 'test-results/unit.json');
  rmSync(report, { force: true });
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  spawnSync(process.execPath, [vitest, 'run', ...files, '--bail', '1'], {
    cwd: folder,
    stdio: 'ignore',
    timeout: 120_000,
  });
  // A fault may make a test run for ever, which is noticed as well.
  if (!existsSync(report))
    return { passed: 0, failures: ['no report in two minutes'], unloaded: [] };
  const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const failures = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  );
  const unloaded = testResults
    .filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0)
    .map(({ name }) => name);
  return { passed: numPassedTests, failures, unloaded };
}

/** @returns {string} what became of it; `caught` is what we want */
function tryMutation({ file, find, replace, tests }) {
  const path = join(folder, file);
  const source = readFileSync(path, 'utf8');
  if (source.split(find).length !== 2) return 'does not match';
  writeFileSync(
    path,
    source.replace(find, () => replace),
  );
  const { failures, unloaded } = runTests(tests);
  writeFileSync(path, source);
  if (failures.length > 0) return 'caught';
  return unloaded.length > 0 ? 'does not load' : 'survived';
}

try {
  copyTree();
  const asked = [...new Set(chosen.flatMap(({ tests }) => tests))];
  const { passed, failures, unloaded } = runTests(asked);
  const already = [...failures, ...unloaded];
  if (already.length > 0 || passed === 0) {
    throw new Error(
      `failing tests: without any fault already, so nothing can be learned\n${already.join('\n')}`,
    );
  }
  const width = Math.max(...chosen.map(({ name }) => name.length));
  let missed = 0;
  for (const mutation of chosen) {
    const started = Date.now();
    const result = tryMutation(mutation);
    if (result !== 'caught') missed++;
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`${mutation.name.padEnd(width)}  ${result.padEnd(14)} ${seconds} s`);
  }
  console.log(`\n${chosen.length - missed} of ${chosen.length} faults caught`);
  if (missed > 0) process.exitCode = 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
