// Bundles of modules that Node cannot load as they are: the engine's TypeScript, and parts of the others.
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

/**
 * @param {string} path of the entry, from here
 * @param {string} folder for what comes of it
 */
export async function loadBundle(path, name, folder) {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL(path, import.meta.url)),
        formats: ['es'],
        fileName: () => `${name}.mjs`,
      },
    },
  });
  return await import(pathToFileURL(join(folder, `${name}.mjs`)).href);
}
