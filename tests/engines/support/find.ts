// Which other engines this machine has. None is ever installed for a test.
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { openFirefox } from './firefox.ts';
import { openWebKit } from './webkit.ts';
import type { Engine } from './engine.ts';

export interface FoundEngine {
  readonly name: string;
  /** Why it cannot be tested here, and what would change that; null if it can. */
  readonly missing: string | null;
  /** @param display where it may draw; empty for nowhere */
  open(display: string): Promise<Engine>;
}

const folders = (process.env['PATH'] ?? '').split(delimiter);
const onPath = (...names: string[]): string | undefined =>
  folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);

/** On other systems windows are drawn where they are, and Firefox does without one. */
const screen = process.platform === 'linux' ? onPath('Xvfb') : undefined;
export const hasScreen = screen !== undefined;

const firefox =
  process.env['FIREFOX_PATH'] ??
  onPath('firefox-esr', 'firefox') ??
  ['/Applications/Firefox.app/Contents/MacOS/firefox'].find(existsSync);

const webKitDriver = onPath('WebKitWebDriver');
/** Debian keeps it in a folder of the processor's name, others beside their helpers. */
const homes = ['/usr/libexec', ...foldersOf('/usr/lib')];
const miniBrowser = homes
  .flatMap((home) => foldersOf(home).filter((folder) => folder.includes('/webkit2gtk-4.')))
  .map((folder) => join(folder, 'MiniBrowser'))
  .findLast(existsSync);

function foldersOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name));
}

export const installLine =
  'apt-get install --no-install-recommends firefox-esr webkit2gtk-driver xvfb libgl1-mesa-dri libegl1 libgles2';

const lacking = (parts: readonly (readonly [string, unknown])[]): string | null => {
  const names = parts.filter(([, found]) => !found).map(([name]) => name);
  return names.length === 0 ? null : `no ${names.join(', no ')} found`;
};

export const engines: readonly FoundEngine[] = [
  {
    name: 'Firefox',
    missing: lacking([['Firefox', firefox]]),
    open: (display) => openFirefox(firefox ?? '', display),
  },
  {
    name: 'WebKitGTK',
    missing: lacking([
      ['WebKitWebDriver', webKitDriver],
      ['MiniBrowser', miniBrowser],
      ['Xvfb', screen],
    ]),
    open: (display) =>
      openWebKit({ driver: webKitDriver ?? '', browser: miniBrowser ?? '' }, display),
  },
];
