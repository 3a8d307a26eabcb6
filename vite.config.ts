// How the page is built: into dist/, for any host and any sub-path, under a strict security policy.
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { instead } from './bundles/instead.ts';
import { leanThree } from './bundles/lean-three.ts';
import { sharedWorker } from './bundles/shared-worker.ts';

/** No other host is ever asked for anything, and no text can become a script. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  // The embed builder shows the embed.
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  // For the addresses of workers: app/session/trusted-script.ts.
  'trusted-types normscape',
].join('; ');

/** Writes the policy into the built pages only: the development server needs inline scripts of its own. */
function securityPolicy(): Plugin {
  return {
    name: 'security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** Fails the build if a page would fetch three.js before it has shown anything. */
function lateThree(): Plugin {
  return {
    name: 'late-three',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const first = new Set(chunks.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName));
      for (const fileName of first) {
        const chunk = chunks.find((candidate) => candidate.fileName === fileName);
        for (const next of chunk?.imports ?? []) first.add(next);
        if (chunk?.moduleIds.some((id) => id.includes('/node_modules/three/'))) {
          this.error(`early three.js: ${fileName}; import app/scene dynamically.`);
        }
      }
    },
  };
}

export default defineConfig({
  base: './',
  // A file that is not there is a 404, and not the page again.
  appType: 'mpa',
  plugins: [
    react(),
    leanThree(),
    securityPolicy(),
    lateThree(),
    sharedWorker('app/session/surface-worker.ts'),
    instead({
      'table-texts': 'late-table-texts',
      kernels: 'late-kernels',
      packer: 'late-packer',
    }),
  ],
  worker: { format: 'es' },
  // A frame in a sandbox has no origin, and asks for its scripts as a stranger: see docs/embedding.md.
  preview: { cors: { origin: '*' } },
  build: {
    target: 'es2022',
    // Fonts and workers stay files: the policy allows no inlined ones.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // A worker asks for these as well, and has no document to put a hint into.
      resolveDependencies: (file, dependencies) => (/\/kernels-/.test(file) ? [] : dependencies),
    },
    license: { fileName: 'licenses.md' },
    // three.js is one file by nature, and is fetched after the page is readable.
    chunkSizeWarningLimit: 1300,
    rolldownOptions: {
      // The colour maps of d3-scale-chromatic that nobody uses are left out.
      treeshake: { manualPureFunctions: ['ramp', 'colors'] },
      input: { index: 'index.html', embed: 'embed.html' },
      output: {
        codeSplitting: {
          groups: [
            // The first view needs the store, and not React with it.
            {
              name: 'store',
              test: /[\\/]node_modules[\\/]zustand[\\/]esm[\\/]vanilla/,
              priority: 3,
            },
            {
              name: 'react',
              test: /[\\/]node_modules[\\/](react|react-dom|scheduler|zustand|use-sync-external-store)[\\/]/,
              priority: 2,
            },
            {
              name: 'three',
              test: /[\\/]node_modules[\\/](three|@react-three)[\\/]/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
});
