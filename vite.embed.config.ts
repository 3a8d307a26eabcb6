// How the embed is built: beside the page, with scripts of its own, since a guest brings neither React nor fiber along.
import { defineConfig, mergeConfig } from 'vite';
import { guestPolicy } from './bundles/guest-policy.ts';
import { pageBuild } from './bundles/page-build.ts';
import { preactForReact } from './bundles/preact-for-react.ts';

export default defineConfig(
  mergeConfig(
    pageBuild({
      page: 'embed.html',
      assets: 'assets/embed',
      licenses: 'embed.licenses.md',
      policy: guestPolicy(),
      files: { 'lane-root': 'bare-lane-root' },
    }),
    {
      plugins: [preactForReact()],
      build: { emptyOutDir: false, copyPublicDir: false },
    },
  ),
);
