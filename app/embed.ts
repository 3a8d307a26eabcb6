// The door of the embed: an address becomes an experiment and a session, in a frame of somebody else's page.
import { createStore } from 'zustand/vanilla';
import { showFirstFigure } from './embed/first-figure.ts';
import { readEmbedQuery } from './embed/options.ts';
import { fetchExperiment } from './session/late-data.ts';
import { createSession } from './session/session.ts';
import './theme.css';
import './embed/embed.css';

// React and all controls are asked for first, and come while the first surfaces are computed and drawn.
const late = import('./embed/open-embed.tsx');

const address = readEmbedQuery(location.search + location.hash);
const options = createStore(() => address.options);
const { experiment, notices } = await fetchExperiment(address.query);
const session = createSession({
  experiment: { ...experiment, autoplay: address.options.autoplay },
  notices: [...address.notices, ...notices],
});
const page = document.getElementById('page');
if (!page) throw new Error('missing element: #page (embed.html must have it)');
const firstFigure = showFirstFigure(page, session, address.options);

try {
  const { openEmbed } = await late;
  firstFigure.dispose();
  openEmbed(page, session, options);
} catch (error) {
  firstFigure.tell('The controls could not be fetched: the connection may be down.');
  throw error;
}
