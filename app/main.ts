// The door of the page: the link becomes an experiment, the experiment a session, the session a lab.
import { showFirstView } from './lab/first-view.ts';
import { fetchExperiment } from './session/late-data.ts';
import { createSession } from './session/session.ts';
import './theme.css';

// React and all controls are asked for first, and come while the first surfaces are computed and drawn.
const late = import('./lab/mount.tsx');

const { experiment, notices } = await fetchExperiment(location.search + location.hash);
const session = createSession({ experiment, notices });
const page = document.getElementById('page');
if (!page) throw new Error('missing element: #page (index.html must have it)');
const firstView = showFirstView(page, session);

try {
  const { mountLab } = await late;
  firstView.dispose();
  mountLab(page, session);
} catch (error) {
  firstView.tell('The controls could not be fetched: the connection may be down. Reload the page.');
  throw error;
}

// Motion that nobody asked for is left out for readers who prefer less of it.
const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
if (experiment.autoplay && !calm) session.play();
