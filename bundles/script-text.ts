// `import text from './x.ts?text'`: the text of one classic script, built of that file and all that it imports.
import { build, type Plugin } from 'vite';

const ending = '?text';

export function scriptText(): Plugin {
  return {
    name: 'script-text',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(ending)) return null;
      const entry = id.slice(0, -ending.length);
      const built = await build({
        configFile: false,
        logLevel: 'warn',
        build: {
          write: false,
          target: 'es2022',
          lib: { entry, formats: ['iife'], name: 'normscapeWorker' },
        },
      });
      const [result] = Array.isArray(built) ? built : [built];
      const chunk = result && 'output' in result ? result.output[0] : null;
      if (!chunk || chunk.code === '') this.error(`no script was built of ${entry}`);
      return `export default ${JSON.stringify(chunk.code)};`;
    },
  };
}
