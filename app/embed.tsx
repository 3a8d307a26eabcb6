// The door of the embed: an address becomes an experiment and a session, in a frame of somebody else's page.
import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { createStore } from 'zustand/vanilla';
import { Embed } from './embed/Embed.tsx';
import { watchFrameHeight } from './embed/frame-height.ts';
import { createHost } from './embed/host.ts';
import { createObedience } from './embed/obey.ts';
import { readEmbedQuery } from './embed/options.ts';
import { createReports } from './embed/reports.ts';
import { fetchExperiment } from './session/late-data.ts';
import { createSession } from './session/session.ts';
import './theme.css';
import './embed/embed.css';

const address = readEmbedQuery(location.search + location.hash);
const options = createStore(() => address.options);
const { experiment, notices } = await fetchExperiment(address.query);
const session = createSession({
  experiment: { ...experiment, autoplay: address.options.autoplay },
  notices: [...address.notices, ...notices],
});
const page = document.getElementById('page');
if (!page) throw new Error('missing element: #page (embed.html must have it)');

// At once, so that the height is known before the frame is first seen.
flushSync(() =>
  createRoot(page).render(
    <StrictMode>
      <Embed session={session} options={options} />
    </StrictMode>,
  ),
);

const host = createHost();
const reports = createReports(session, host);
host.listen(createObedience({ session, options, host, reports, page }));
reports.ready();
watchFrameHeight(page, (height) => {
  host.post({ type: 'resize', height });
  host.postText(JSON.stringify({ src: location.href, context: 'iframe.resize', height }));
}).measure();
