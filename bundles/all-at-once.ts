// In a script that is one file nothing is fetched late: what is asked for late is imported with all the rest. Otherwise the
// bundler would wrap every module, to be run when it is asked for, and could leave out nothing of those.
import type { Plugin } from 'vite';

/** As the compiler leaves it. */
const late = /\bimport\((["'])([^"']+)\1\)/g;

export function allAtOnce(): Plugin {
  return {
    name: 'all-at-once',
    apply: 'build',
    transform(code, id) {
      if (id.includes('/node_modules/') || !code.includes('import(')) return null;
      const imports: string[] = [];
      const changed = code.replace(late, (_, quote: string, specifier: string) => {
        const name = `allAtOnce${imports.length}`;
        imports.push(`import * as ${name} from ${quote}${specifier}${quote};`);
        return `Promise.resolve(${name})`;
      });
      // Behind the others, so that their styles stay in the same order.
      return { code: `${changed}\n${imports.join('\n')}\n`, map: null };
    },
  };
}
