// Going to a step that may be far away, a little at a time, so that the frame and the page around it stay alive.
import type { FigureSession } from '../session/types.ts';

/** Milliseconds of work before others get their turn. */
const turn = 12;
/** Steps between two looks at the time. */
const stride = 8;

export interface Walk {
  /** Brings every lane to this step, from the start if it lies behind; pauses there. */
  to(step: number): void;
  stop(): void;
}

/** @param onArrival called when a walk has ended at its step, or where the run ends */
export function createWalk(session: FigureSession, onArrival: () => void): Walk {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const state = () => session.store.getState();
  const stop = () => clearTimeout(timer);
  return {
    stop,
    to(step) {
      stop();
      session.pause();
      if (step < session.iteration) session.reset();
      const { generation } = state();
      const go = () => {
        // Whoever plays or begins anew meanwhile wants something else.
        if (state().generation !== generation || state().status === 'running') return;
        const end = performance.now() + turn;
        while (session.iteration < step && performance.now() < end) {
          const before = session.iteration;
          session.step(Math.min(stride, step - before));
          if (session.iteration === before) return onArrival();
        }
        if (session.iteration < step) timer = setTimeout(go, 0);
        else onArrival();
      };
      go();
    },
  };
}
