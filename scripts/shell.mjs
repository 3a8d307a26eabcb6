// Runs a command of this project in a shell, with its output passed through.
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Programs of installed packages are found by name, as in an npm script.
 *
 * @param {string} command one line, without input from a reader
 * @param {Record<string, string>} [environment] added to the present one
 * @returns {Promise<number>} the exit code; 1 if the command was ended by a signal
 */
export function shell(command, environment = {}) {
  const path = join(root, 'node_modules', '.bin') + delimiter + (process.env.PATH ?? '');
  const env = { ...process.env, PATH: path, ...environment };
  return new Promise((resolve) => {
    const child = spawn(command, {
      cwd: root,
      env,
      shell: true,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}
