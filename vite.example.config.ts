// How the example in React is built: dist/examples/react-post.html, as an author's bundler would, of the package's source.
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import component from './vite.react.config.ts';

/** The component's styles are in its script, and the page need not ask for them. */
function withoutStyles(): Plugin {
  return {
    name: 'without-styles',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replace(/<link rel="stylesheet"[^>]*assets\/style-[^>]*>/, ''),
    },
  };
}

export default defineConfig({
  base: './',
  plugins: [component.plugins, withoutStyles()],
  resolve: {
    alias: { 'normscape/react': fileURLToPath(new URL('./app/react.tsx', import.meta.url)) },
  },
  build: {
    target: 'es2022',
    emptyOutDir: false,
    copyPublicDir: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1300,
    assetsDir: 'examples/assets',
    cssCodeSplit: false,
    rolldownOptions: { input: 'examples/react-post.html' },
  },
});
