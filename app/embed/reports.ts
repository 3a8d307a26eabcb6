// What an embed tells the page around it: that it is there, how training goes, how it ended, what was replaced.
import { formatExperiment } from '../../src/index.ts';
import type { FigureSession } from '../session/types.ts';
import { throttle } from '../plot/throttle.ts';
import type { FigureReport, LaneReport } from './figure-report.ts';
import type { Host } from './host.ts';

/** Milliseconds between two reports of the step: at most ten a second. */
const pace = 100;

export interface Reports {
  /** Messages are obeyed from now on. */
  ready(): void;
  /** The step may have changed outside a frame, as it does while the figure sleeps. */
  stepChanged(): void;
  /** What there is to say of the figure now. */
  describe(): FigureReport;
  /** The answer to `get-state`. */
  state(): void;
}

export function createReports(session: FigureSession, host: Pick<Host, 'post'>): Reports {
  const lanes = (): LaneReport[] =>
    session.views.map(({ id, lane: { loss, status } }) => ({ id, loss, status }));
  let toldStep = '';
  let toldDone = false;
  let toldNotices: readonly string[] = [];

  // The end is told after the last step, and both in the same beat.
  const report = throttle(() => {
    const { status, generation } = session.store.getState();
    const step = `${generation} ${session.iteration} ${lanes()
      .map((lane) => lane.status)
      .join()}`;
    if (step !== toldStep) {
      toldStep = step;
      host.post({ type: 'step', step: session.iteration, lanes: lanes() });
    }
    if (status === 'done' && !toldDone) host.post({ type: 'done' });
    toldDone = status === 'done';
  }, pace);

  const tellNotices = () => {
    const { notices } = session.store.getState();
    if (notices === toldNotices) return;
    for (const text of notices) {
      if (!toldNotices.includes(text)) host.post({ type: 'notice', text });
    }
    toldNotices = notices;
  };

  const description = () => {
    const { experiment } = session.store.getState();
    return { experiment, query: formatExperiment(experiment) };
  };

  const describe = (): FigureReport => {
    const { status } = session.store.getState();
    return { ...description(), status, step: session.iteration, lanes: lanes() };
  };

  return {
    ready() {
      host.post({ type: 'ready', ...description() });
      tellNotices();
      session.store.subscribe(tellNotices);
      session.store.subscribe(({ status }, { status: before }) => {
        if (status !== before) report();
      });
      session.onFrame(report);
    },
    stepChanged: report,
    describe,
    state() {
      host.post({ type: 'state', ...describe() });
    },
  };
}
