// How the single file is built: the whole page in dist/norm-scape.html, which also runs from a disk.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { allAtOnce } from './bundles/all-at-once.ts';
import { bareShaders } from './bundles/bare-shaders.ts';
import { instead } from './bundles/instead.ts';
import { leanMuxer } from './bundles/lean-muxer.ts';
import { leanThree } from './bundles/lean-three.ts';
import { onePage } from './bundles/one-page.ts';
import { nameScript, oneScript } from './bundles/one-script.ts';
import { preactForReact } from './bundles/preact-for-react.ts';

export default defineConfig({
  ...oneScript('app/single.tsx', 'single.js', 'single.licenses.md'),
  plugins: [
    react(),
    allAtOnce(),
    preactForReact(),
    leanMuxer(),
    leanThree(),
    bareShaders(),
    instead({ 'start-worker': 'start-inline-worker', 'lane-root': 'bare-lane-root' }),
    nameScript(),
    onePage('bundles/single.html', 'public/favicon.svg', 'norm-scape.html'),
  ],
});
