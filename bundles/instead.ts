// One source file in the place of another, where a build needs something else of it.
import type { Plugin } from 'vite';

/** @param files names of files without their ending, each with that of the other one in its folder, which is no TSX */
export function instead(files: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'instead',
    enforce: 'pre',
    resolveId(specifier, importer) {
      const [, folder, name = ''] = /^(\..*\/)([\w-]+)\.tsx?$/.exec(specifier) ?? [];
      const other = files[name];
      // What comes late asks for the real one.
      if (other === undefined || importer?.endsWith(`/${other}.ts`)) return null;
      return this.resolve(`${folder}${other}.ts`, importer);
    },
  };
}
