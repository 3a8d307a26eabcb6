// What makes one script of a door and everything behind it: styles become text, and a worker is the script once more.
import type { Plugin, UserConfig } from 'vite';
import { unusedColorMaps } from './unused-color-maps.ts';

/** Stands in app/element/styles.ts for the text of all style sheets. */
const stylesMark = /(["'`])text of the style sheets\1/;

/** The function that holds the whole script. */
const scriptFunction = 'normscapeScript';

/** The script can be started once more, as a worker, from its own text: for app/session/worker-text.ts. */
export function nameScript(): Plugin {
  return {
    name: 'name-script',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk' && file.isEntry) {
          file.code = `(function ${scriptFunction}(){${file.code}\n})();\n`;
        }
      }
    },
  };
}

/**
 * Style sheets as they hold in a shadow tree: what depends on the window's width depends on the figure's, and the size of
 * the author's text is no measure of ours.
 */
export function shadowStyles(): Plugin {
  return {
    name: 'shadow-styles',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.css')) return null;
      return code
        .replace(/@media (\((?:min|max)-width: \d+px\)) \{/g, '@container normscape $1 {')
        .replace(/(\d*\.?\d+)rem\b/g, (_, size: string) => `${16 * Number(size)}px`);
    },
  };
}

/** Puts the text of all style sheets into the script. */
export function inlineStyles(): Plugin {
  return {
    name: 'inline-styles',
    enforce: 'post',
    generateBundle(_, bundle) {
      const sheets = Object.values(bundle).filter((file) => file.fileName.endsWith('.css'));
      const text = sheets
        .map((file) => (file.type === 'asset' ? String(file.source) : ''))
        .join('');
      for (const { fileName } of sheets) delete bundle[fileName];
      let found = 0;
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        file.code = file.code.replace(stylesMark, () => {
          found++;
          return JSON.stringify(text);
        });
      }
      if (found !== 1 || text === '') this.error(`style sheets put into ${found} places, not 1`);
    },
  };
}

/**
 * A build whose result is one classic script that needs nothing beside it.
 * @param licenses the file for the licences of all that is in it
 */
export function oneScript(entry: string, fileName: string, licenses: string): UserConfig {
  return {
    base: './',
    // A library's builder decides this; here there is none.
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'normscape', fileName: () => fileName },
      cssCodeSplit: false,
      emptyOutDir: false,
      copyPublicDir: false,
      chunkSizeWarningLimit: 2000,
      reportCompressedSize: false,
      license: { fileName: licenses },
      rolldownOptions: { treeshake: unusedColorMaps },
    },
  };
}
