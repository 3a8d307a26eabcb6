// How the React component is built: modules for bundlers and servers, which leave React and three.js to the author.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { instead } from './bundles/instead.ts';
import { inlineStyles, shadowStyles } from './bundles/one-script.ts';
import { scriptText } from './bundles/script-text.ts';

export default defineConfig({
  plugins: [
    react(),
    instead({
      'start-worker': 'start-inline-worker',
      'worker-text': 'built-worker-text',
      film: 'no-film',
    }),
    scriptText(),
    shadowStyles(),
    inlineStyles(),
  ],
  build: {
    target: 'es2022',
    outDir: 'dist-package/react',
    copyPublicDir: false,
    cssCodeSplit: false,
    reportCompressedSize: false,
    license: { fileName: 'licenses.md' },
    lib: { entry: 'app/react.tsx', formats: ['es'], fileName: 'index' },
    rolldownOptions: {
      external: [/^react(-dom)?(\/|$)/, /^three(\/|$)/, /^@react-three\/fiber(\/|$)/],
      output: { chunkFileNames: '[name]-[hash].js', banner: "'use client';" },
    },
  },
});
