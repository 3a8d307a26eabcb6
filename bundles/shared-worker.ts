// A worker as one more door into the same build: it shares its chunks with the page, which has fetched most of them.
import type { Plugin } from 'vite';

/**
 * @param entry path of the worker's script from the root; imported elsewhere as `./name.ts?worker&url`, for its address
 */
export function sharedWorker(entry: string): Plugin {
  const name = entry.replace(/^.*\//, '');
  const module = `\0shared-worker:${name}`;
  return {
    name: 'shared-worker',
    apply: 'build',
    enforce: 'pre',
    resolveId: (specifier) => (specifier.endsWith(`/${name}?worker&url`) ? module : null),
    load(id) {
      if (id !== module) return null;
      const reference = this.emitFile({ type: 'chunk', id: entry, name: name.replace('.ts', '') });
      return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
    },
  };
}
