// Preact in the place of React, where a figure is a guest and has to bring it along: a tenth of the size.
import type { Plugin } from 'vite';

const others = new Map([
  ['react', 'preact/compat'],
  ['react-dom', 'preact/compat'],
  ['react-dom/client', 'preact/compat/client'],
  ['react/jsx-runtime', 'preact/jsx-runtime'],
]);

/** For builds alone: `npm run dev` has React everywhere. */
export function preactForReact(): Plugin {
  return {
    name: 'preact-for-react',
    apply: 'build',
    enforce: 'pre',
    resolveId(specifier, importer) {
      const other = others.get(specifier);
      return other === undefined ? null : this.resolve(other, importer);
    },
  };
}
