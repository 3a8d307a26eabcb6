// A figure in a shadow tree: what the element and the React component have in common.
import { StrictMode, useLayoutEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { createStore } from 'zustand/vanilla';
import { parseExperiment } from '../../src/index.ts';
import { Embed } from '../embed/Embed.tsx';
import type { FigureReport } from '../embed/figure-report.ts';
import type { Host } from '../embed/host.ts';
import type { HostMessage } from '../embed/host-message.ts';
import { createObedience } from '../embed/obey.ts';
import { readEmbedQuery } from '../embed/options.ts';
import { createReports } from '../embed/reports.ts';
import { takeSnapshot } from '../embed/snapshot.ts';
import { PageAddress } from '../figure/page-address.ts';
import { createSession } from '../session/session.ts';
import '../theme.css';
import '../embed/embed.css';
import './element.css';

export interface MountOptions {
  /** What is in it stays until the figure is there, so that the page around does not jump. */
  readonly shadow: ShadowRoot;
  /** As a link has it behind its question mark. */
  readonly query: string;
  /** What the figure is called; its lanes' names, if left out. */
  readonly title: string | null;
  /** The folder of the page with every control; empty if there is none to link to. */
  readonly lab: string;
  /** Hears what an embed's host would. */
  readonly tell: Host['post'];
}

export interface MountedFigure {
  obey(message: HostMessage): void;
  /** Another experiment: keys that the query does not have are at their defaults again. */
  show(query: string, title: string | null): void;
  describe(): FigureReport;
  /** A panel as a `data:` address; null where it is not shown, or the format is none. */
  snapshot(panel: string, format: string): Promise<string | null>;
  dispose(): void;
}

/** Tells as soon as what stands before it is in the page. */
function Arrival({ tell }: { readonly tell: () => void }) {
  useLayoutEffect(tell, [tell]);
  return null;
}

export function mountFigure({ shadow, query, title, lab, tell }: MountOptions): MountedFigure {
  const page = document.createElement('div');
  page.className = 'normscape';
  // The host's title names the figure, and is no hint for every part of it.
  page.title = '';
  const before = [...shadow.childNodes];
  const clear = () => before.forEach((node) => node.remove());
  shadow.append(page);

  const address = readEmbedQuery(query);
  const options = createStore(() => address.options);
  const { experiment, notices } = parseExperiment(address.query);
  const session = createSession({
    experiment: { ...experiment, autoplay: address.options.autoplay },
    notices: [...address.notices, ...notices],
  });
  const root = createRoot(page);
  const render = (name: string | null) =>
    root.render(
      <StrictMode>
        <PageAddress value={lab}>
          <Embed session={session} options={options} scope={page} title={name} />
        </PageAddress>
        <Arrival tell={clear} />
      </StrictMode>,
    );
  const reports = createReports(session, { post: tell });
  const obey = createObedience({ session, options, host: { post: tell }, reports, page, lab });
  render(title);
  reports.ready();

  return {
    obey,
    show(nextQuery, nextTitle) {
      const read = readEmbedQuery(nextQuery);
      const next = parseExperiment(read.query);
      session.store.setState({ notices: [...read.notices, ...next.notices] });
      session.update({ ...next.experiment, autoplay: read.options.autoplay });
      options.setState(read.options);
      render(nextTitle);
      reports.stepChanged();
    },
    describe: reports.describe,
    snapshot: (panel, format) => takeSnapshot(session, page, panel, format, lab),
    dispose() {
      session.dispose();
      // A root may not be unmounted while another one is at work.
      queueMicrotask(() => root.unmount());
    },
  };
}
