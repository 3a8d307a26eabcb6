// The hash of a script beside it, for authors who tell browsers to run this very file and no other.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Writes `name.sri`: what an `integrity` attribute wants to have. */
export function integrity(name: string): Plugin {
  return {
    name: 'integrity',
    writeBundle({ dir }) {
      const file = join(dir ?? '.', name);
      const hash = createHash('sha384').update(readFileSync(file)).digest('base64');
      writeFileSync(`${file}.sri`, `sha384-${hash}\n`);
    },
  };
}
