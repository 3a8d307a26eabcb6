// How a page is built, index.html and embed.html alike: into dist/, for any host and any sub-path, under a strict policy.
import react from '@vitejs/plugin-react';
import { defaultAllowedOrigins, type Plugin, type UserConfig } from 'vite';
import { bareShaders } from './bare-shaders.ts';
import { instead } from './instead.ts';
import { leanMuxer } from './lean-muxer.ts';
import { leanThree } from './lean-three.ts';
import { lateThree, securityPolicy } from './page-guards.ts';
import { sharedWorker } from './shared-worker.ts';
import { unusedColorMaps } from './unused-color-maps.ts';

export interface PageBuild {
  readonly page: string;
  /** The folder of its scripts and styles in dist/. */
  readonly assets: string;
  /** The file for the licences of all that is in them. */
  readonly licenses: string;
  /** What writes its security policy. */
  readonly policy?: Plugin;
  /** Whole files in the place of others: see instead.ts. */
  readonly files?: Readonly<Record<string, string>>;
}

export function pageBuild(options: PageBuild): UserConfig {
  const { page, assets, licenses, policy = securityPolicy(), files = {} } = options;
  return {
    base: './',
    // A file that is not there is a 404, and not the page again.
    appType: 'mpa',
    plugins: [
      react(),
      leanMuxer(),
      leanThree(),
      bareShaders(),
      policy,
      lateThree(),
      sharedWorker('app/session/surface-worker.ts'),
      instead({
        'table-texts': 'late-table-texts',
        kernels: 'late-kernels',
        packer: 'late-packer',
        ...files,
      }),
    ],
    worker: { format: 'es' },
    // A frame in a sandbox has no origin, and asks for its scripts as a stranger: see docs/embedding.md.
    preview: { cors: { origin: '*' } },
    // The development server gives nobody but such frames what it would not give otherwise.
    server: { cors: { origin: [defaultAllowedOrigins, 'null'] } },
    build: {
      target: 'es2022',
      assetsDir: assets,
      // Fonts and workers stay files: the policy allows no inlined ones.
      assetsInlineLimit: 0,
      modulePreload: {
        polyfill: false,
        // A worker asks for these as well, and has no document to put a hint into.
        resolveDependencies: (file, dependencies) => (/\/kernels-/.test(file) ? [] : dependencies),
      },
      license: { fileName: licenses },
      // three.js is one file by nature, and is fetched after the page is readable.
      chunkSizeWarningLimit: 1300,
      rolldownOptions: {
        treeshake: unusedColorMaps,
        input: page,
        output: { codeSplitting: { groups: chunks } },
      },
    },
  };
}

const chunks = [
  // The first view needs the store, and not React with it.
  { name: 'store', test: /[\\/]node_modules[\\/]zustand[\\/]esm[\\/]vanilla/, priority: 3 },
  {
    name: 'react',
    test: /[\\/]node_modules[\\/](react|react-dom|preact|scheduler|zustand|use-sync-external-store)[\\/]/,
    priority: 2,
  },
  { name: 'three', test: /[\\/]node_modules[\\/](three|@react-three)[\\/]/, priority: 1 },
];
