// Does what the page around an embed asks for.
import type { StoreApi } from 'zustand/vanilla';
import { hasTablePacker, loadTablePacker, parseExperiment } from '../../src/index.ts';
import { holdsTable } from '../session/late-data.ts';
import type { FigureSession } from '../session/types.ts';
import { togglePlay } from '../controls/toggle-play.ts';
import type { Host } from './host.ts';
import type { HostMessage } from './host-message.ts';
import { hasKey, readEmbedQuery, type EmbedOptions } from './options.ts';
import type { Reports } from './reports.ts';
import { takeSnapshot } from './snapshot.ts';

export interface Obedience {
  readonly session: FigureSession;
  readonly options: StoreApi<EmbedOptions>;
  readonly host: Pick<Host, 'post'>;
  readonly reports: Reports;
  /** What the figure is drawn in. */
  readonly page: HTMLElement;
  /** Where the page with every control is, if not in this page's folder: see PageAddress. */
  readonly lab?: string | undefined;
}

export function createObedience({ session, options, host, reports, page, lab }: Obedience) {
  /** A new experiment; the theme and what is only the embed's stay as they are where the query is silent. */
  const set = (text: string): void => {
    if (holdsTable(text) && !hasTablePacker()) {
      // Without it, the table is said to be unreadable.
      void loadTablePacker().then(
        () => set(text),
        () => set(text.replace(/#.*/s, '')),
      );
      return;
    }
    const read = readEmbedQuery(text, options.getState());
    const { experiment, notices } = parseExperiment(read.query);
    const { theme } = session.store.getState().experiment;
    session.store.setState({ notices: [...read.notices, ...notices] });
    session.update({
      ...experiment,
      ...(!hasKey(read.query, 'theme') && { theme }),
      autoplay: read.options.autoplay,
    });
    options.setState(read.options);
    reports.stepChanged();
  };

  const snapshot = async (panel: string, format: string) => {
    const data = await takeSnapshot(session, page, panel, format, lab);
    if (data !== null) host.post({ type: 'snapshot', panel, format, data });
    else
      host.post({
        type: 'notice',
        text: `no snapshot: ${panel} as ${format} (known: the panels that are shown, as png or svg)`,
      });
  };

  return (message: HostMessage) => {
    switch (message.type) {
      case 'play':
        if (session.store.getState().status !== 'running') togglePlay(session);
        return;
      case 'pause':
        return session.pause();
      case 'reset':
        session.reset();
        return reports.stepChanged();
      case 'step':
        return session.seek(session.iteration + message.count, reports.stepChanged);
      case 'seek':
        return session.seek(message.step, reports.stepChanged);
      case 'set':
        return set(message.query);
      case 'theme':
        return session.update({ theme: message.theme });
      case 'get-state':
        return reports.state();
      case 'snapshot':
        void snapshot(message.panel, message.format);
        return;
    }
  };
}
