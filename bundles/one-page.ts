// What makes one HTML file of a script and its styles: both stand in it, and nothing else may run there.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const policy = (script: string, style: string) =>
  [
    "default-src 'none'",
    `script-src ${hash(script)} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
    'img-src data: blob:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types normscape',
  ].join('; ');

/**
 * Runs last, when script and styles are as they will be.
 * @param template a page with the marks `<!-- head -->`, `<!-- licenses -->` and `<!-- script -->`
 */
export function onePage(template: string, icon: string, fileName: string): Plugin {
  return {
    name: 'one-page',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        let script = '';
        let style = '';
        let licenses = '';
        for (const [name, file] of Object.entries(bundle)) {
          if (file.type === 'chunk') script += file.code;
          else if (name.endsWith('.css')) style += String(file.source);
          else if (name.endsWith('.licenses.md')) licenses += String(file.source);
          else continue;
          delete bundle[name];
        }
        if ([script, style, licenses].includes('')) this.error('something is missing for the page');
        // In a script's element these end it, or begin what ends it otherwise.
        const inner = script.replace(/<(?=\/script|script|!--)/gi, '\\x3c');
        const drawing = readFileSync(icon).toString('base64');
        const head = [
          `<meta http-equiv="Content-Security-Policy" content="${policy(inner, style)}" />`,
          `<link rel="icon" href="data:image/svg+xml;base64,${drawing}" />`,
          `<style>${style}</style>`,
        ].join('\n    ');
        this.emitFile({
          type: 'asset',
          fileName,
          source: readFileSync(template, 'utf8')
            .replace('<!-- head -->', () => head)
            // Whoever hands the file on hands these on with it; two hyphens would end the comment.
            .replace('<!-- licenses -->', () => `<!--\n${licenses.replace(/--+|>/g, ' ')}\n-->`)
            .replace('<!-- script -->', () => `<script>${inner}</script>`),
        });
      },
    },
  };
}
