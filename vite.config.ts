// How the page is built, and what `npm run dev` serves: there embed.html, too, is made of these sources, with React.
import { defineConfig } from 'vite';
import { pageBuild } from './bundles/page-build.ts';

export default defineConfig(
  pageBuild({ page: 'index.html', assets: 'assets', licenses: 'licenses.md' }),
);
