// The others that the engine is compared with: fetched once, into this folder alone.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** Installs what package.json names, where it is not there; without a connection they are missing, and that is all. */
export function installPeers() {
  if (existsSync(`${folder}node_modules/@tensorflow/tfjs-core`)) return;
  const { status } = spawnSync('npm ci --ignore-scripts --no-audit --no-fund --loglevel=error', {
    cwd: folder,
    shell: true,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0)
    console.log('The others could not be installed here; what is missing is left out.\n');
}
