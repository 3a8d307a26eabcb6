// npm run build: the page, then the embed, the web component, the single file and the example in React beside it, in dist/.
import { pathToFileURL } from 'node:url';
import { shell } from './shell.mjs';

/** The first empties the folder. */
const configurations = [
  'vite.config.ts',
  'vite.embed.config.ts',
  'vite.element.config.ts',
  'vite.single.config.ts',
  'vite.example.config.ts',
];

/**
 * @param {string} [options] for every vite build
 * @throws {Error} if one of them fails
 */
export async function buildPages(options = '') {
  for (const configuration of configurations) {
    const command = `vite build --config ${configuration} ${options}`;
    const code = await shell(command, { NODE_ENV: 'production' });
    if (code !== 0) {
      throw new Error(`failed build: vite ended with code ${code} (${configuration}), see above.`);
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  buildPages(process.argv.slice(2).join(' ')).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
