// npm test: every check in turn, stopping at the first that fails, and the sum of all tests at the end.
// `npm test -- unit [files]`, `npm test -- browser [files]` and `npm test -- engines [files]` run one part.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { ensureBrowser, noBrowser } from './browser.mjs';
import { setUp } from './setup.mjs';
import { root, shell } from './shell.mjs';
import { countBrowserTests, countUnitTests, emptyTally } from './tally.mjs';

const [part = 'all', ...files] = process.argv.slice(2);
const parts = ['all', 'unit', 'browser', 'engines'];
const only = files.map((file) => ` ${JSON.stringify(file)}`).join('');
const tally = emptyTally();
let browser = null;

/** A step ends well unless it throws. */
const steps = [
  ['setup', parts, setUp],
  ['browser', ['all', 'browser'], getBrowser],
  ['format', ['all'], () => command('npm run --silent test:format')],
  ['types', ['all'], () => command('npm run --silent typecheck')],
  ['lint', ['all'], () => command('npm run --silent lint')],
  ['unit tests', ['all', 'unit'], () => tests(`vitest run${only}`, 'unit', countUnitTests)],
  ['build', ['all', 'browser', 'engines'], () => command('npm run --silent build')],
  ['browser tests', ['all', 'browser'], runBrowserTests],
  ['tests in other engines', ['all', 'engines'], runEngineTests],
];

async function command(line, environment) {
  const code = await shell(line, environment);
  if (code !== 0) throw new Error(`ended with code ${code}`);
}

async function tests(line, name, count, mayBeSkipped = false) {
  const report = `${root}/test-results/${name}.json`;
  rmSync(report, { force: true });
  const code = await shell(line, browser ? { CHROME_PATH: browser } : {});
  const found = count(report);
  for (const key of ['passed', 'failed', 'skipped']) tally[key] += found[key];
  if (code !== 0 && found.failed === 0) tally.failed += 1;
  if (code !== 0 || found.failed > 0) throw new Error(`ended with code ${code}`);
  if (found.passed === 0 && !(mayBeSkipped && found.skipped > 0)) throw new Error('no test passed');
}

async function getBrowser() {
  browser = await ensureBrowser();
  if (!browser) console.log(noBrowser);
}

async function runBrowserTests() {
  if (browser) return tests(`playwright test${only}`, 'browser', countBrowserTests);
  const list = spawnSync('npx playwright test --list', {
    cwd: root,
    shell: true,
    encoding: 'utf8',
  });
  tally.skipped += Number(/Total: (\d+) test/.exec(list.stdout)?.[1] ?? 0);
  console.log('Skipped, for want of a browser.');
  if (process.env.CI) throw new Error('no browser');
}

/** Each is tested where it is installed; none is installed for it. */
function runEngineTests() {
  const line = `vitest run --config tests/engines/vitest.config.ts${only}`;
  return tests(line, 'engines', countUnitTests, true);
}

if (!parts.includes(part)) {
  console.error(
    `unknown part: ${part} (known: ${parts.slice(1).join(', ')}; all of them without a name)`,
  );
  process.exit(1);
}
for (const [name, belongsTo, run] of steps) {
  if (!belongsTo.includes(part)) continue;
  console.log(`\n== ${name}`);
  try {
    await run();
  } catch (error) {
    console.error(`\nFailed step: ${name} (${error.message})`);
    process.exitCode = 1;
    break;
  }
}
const { passed, failed, skipped } = tally;
if (passed + failed === 0) process.exitCode = 1;
if (passed + failed + skipped > 0) {
  console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
}
