// What the one play button does, by mouse or by key.
import type { FigureSession } from '../session/types.ts';

/** Pauses what runs, plays what waits, and begins again what has ended. */
export function togglePlay(session: FigureSession) {
  const { status } = session.store.getState();
  if (status === 'running') {
    session.pause();
    return;
  }
  if (status === 'done') session.reset();
  session.play();
}
