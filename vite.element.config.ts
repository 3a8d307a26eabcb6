// How the web component is built: one script that needs nothing beside it, dist/norm-scape.js.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { leanThree } from './bundles/lean-three.ts';
import { allAtOnce } from './bundles/all-at-once.ts';
import { bareShaders } from './bundles/bare-shaders.ts';
import { integrity } from './bundles/integrity.ts';
import { instead } from './bundles/instead.ts';
import { inlineStyles, nameScript, oneScript, shadowStyles } from './bundles/one-script.ts';
import { preactForReact } from './bundles/preact-for-react.ts';

export default defineConfig({
  ...oneScript('app/element.ts', 'norm-scape.js', 'norm-scape.licenses.md'),
  plugins: [
    react(),
    allAtOnce(),
    preactForReact(),
    leanThree(),
    bareShaders(),
    instead({
      'start-worker': 'start-inline-worker',
      film: 'no-film',
      'lane-root': 'bare-lane-root',
    }),
    shadowStyles(),
    inlineStyles(),
    nameScript(),
    integrity('norm-scape.js'),
  ],
});
