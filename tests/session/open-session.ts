// Sessions for tests: frames by hand, work in this thread for want of a worker, and nothing left behind.
import { afterEach, beforeEach, vi } from 'vitest';
import { createSession } from '../../app/session/session.ts';
import type { FigureSession } from '../../app/session/types.ts';
import { parseExperiment } from '../../src/index.ts';

export interface SessionStage {
  /** Of a link; the one that is open already is closed. */
  open(query: string): FigureSession;
  readonly session: FigureSession;
  /** What would be the browser's next frame. */
  frame(): void;
  /** Lets frames pass until a check no longer throws. */
  until(check: () => void): Promise<void>;
  /** Lets the work come back until the surfaces are of the step that they are wanted of. */
  settle(): Promise<void>;
}

/** Call it once, at the top of a test file. */
export function stageSessions(): SessionStage {
  let frames: FrameRequestCallback[] = [];
  let current: FigureSession | null = null;
  const close = () => {
    current?.dispose();
    current = null;
  };
  beforeEach(() => {
    frames = [];
    vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) =>
      frames.push(callback),
    );
    vi.stubGlobal('cancelAnimationFrame', () => (frames = []));
    vi.stubGlobal('Worker', undefined);
  });
  afterEach(() => {
    close();
    vi.unstubAllGlobals();
  });

  const stage: SessionStage = {
    open(query) {
      close();
      current = createSession({ experiment: parseExperiment(query).experiment });
      return current;
    },
    get session() {
      if (!current) throw new Error('no session: open one first');
      return current;
    },
    frame() {
      const due = frames;
      frames = [];
      for (const callback of due) callback(0);
    },
    until: (check) =>
      vi.waitFor(() => {
        stage.session.invalidate();
        stage.frame();
        check();
      }),
    settle: () =>
      stage.until(() => {
        const { around } = stage.session.store.getState().experiment;
        for (const view of stage.session.views) {
          const { surface, surfaceIteration, lane, frameIteration } = view;
          const wanted = around === 'start' ? 0 : lane.iteration;
          if (!surface || surfaceIteration !== wanted || frameIteration < 0) {
            throw new Error('waiting');
          }
        }
      }),
  };
  return stage;
}
