// The door of the page: the link becomes an experiment, the experiment a session, the session a lab.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { parseExperiment } from '../src/index.ts';
import { Lab } from './lab/Lab.tsx';
import { createSession } from './session/session.ts';
import './theme.css';
import './lab/lab.css';

const { experiment, notices } = parseExperiment(location.search + location.hash);
const session = createSession({ experiment, notices });
const page = document.getElementById('page');
if (!page) throw new Error('missing element: #page (index.html must have it)');

createRoot(page).render(
  <StrictMode>
    <Lab session={session} />
  </StrictMode>,
);

// Motion that nobody asked for is left out for readers who prefer less of it.
const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
if (experiment.autoplay && !calm) session.play();
