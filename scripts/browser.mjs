// Finds a Chromium for the browser tests, or installs one.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { shell } from './shell.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Where the usual installers of other systems put it, which is not on their PATH. */
const otherPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) =>
    join(process.env[name] ?? '', 'Google', 'Chrome', 'Application', 'chrome.exe'),
  ),
];

/**
 * `CHROME_PATH` first, then a browser of the system, then the one that Playwright keeps.
 *
 * @returns {Promise<string | null>} the program's path
 * @throws {Error} if `CHROME_PATH` names nothing
 */
export async function findBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`unknown CHROME_PATH: ${chosen}; name an existing program, or unset it.`);
  }
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  for (const file of [...onPath, ...otherPlaces]) if (existsSync(file) && starts(file)) return file;
  const { chromium } = await import('@playwright/test');
  const kept = chromium.executablePath();
  return existsSync(kept) ? kept : null;
}

/** Some systems have a stand-in under the browser's name that only says how to get the real one. */
function starts(file) {
  if (process.platform !== 'linux') return true;
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/** @returns {Promise<string | null>} the path of a browser found or now installed; null if neither worked */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found) return found;
  if (process.getuid?.() === 0 && isDebian()) {
    console.log('Installing Chromium with apt-get (once)');
    const apt = 'apt-get -o DPkg::Lock::Timeout=600 -qq';
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    await shell(`${apt} update`, quiet);
    await shell(`${apt} install -y --no-install-recommends chromium`, quiet);
    const installed = await findBrowser();
    if (installed) return installed;
  }
  console.log('Installing Chromium with Playwright (once)');
  await shell('playwright install chromium');
  return findBrowser();
}

function isDebian() {
  const file = '/etc/os-release';
  return existsSync(file) && /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync(file, 'utf8'));
}

/** The one sentence for a machine on which every way ended. */
export const noBrowser =
  'No Chromium was found, and none could be installed: install Chrome or Chromium, or set CHROME_PATH to one.';

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const browser = await ensureBrowser();
  console.log(browser ?? noBrowser);
  if (!browser) process.exitCode = 1;
}
