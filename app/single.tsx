// The door of the single file: the page with every control in one script, which may run from a disk.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { parseExperiment } from '../src/index.ts';
import { PageAddress } from './figure/page-address.ts';
import { Lab } from './lab/Lab.tsx';
import { serveSurfaces } from './session/serve-surfaces.ts';
import { createSession } from './session/session.ts';
import './theme.css';
import './lab/lab.css';

function openPage(): void {
  const page = document.getElementById('page');
  if (!page) throw new Error('missing element: #page (the file around this script must have it)');
  const { experiment, notices } = parseExperiment(location.search + location.hash);
  const session = createSession({ experiment, notices });
  // Whoever sees a picture of it may have the file anywhere: its links are queries alone.
  createRoot(page).render(
    <StrictMode>
      <PageAddress value="">
        <Lab session={session} />
      </PageAddress>
    </StrictMode>,
  );
  // Motion that nobody asked for is left out for readers who prefer less of it.
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (experiment.autoplay && !calm) session.play();
}

if (typeof document === 'undefined') {
  // The same text is the worker's: see session/worker-text.ts.
  serveSurfaces();
} else {
  openPage();
}
