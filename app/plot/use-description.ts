// A sentence beside a canvas that follows the run at a reader's pace.
import { useEffect } from 'react';
import type { RefObject } from 'react';
import type { FigureSession } from '../session/types.ts';
import { throttle } from './throttle.ts';

/** Milliseconds between two texts: a screen reader must be able to finish one. */
const pace = 2000;

/** Writes `describe()` into the element, at most every two seconds, and never leaves an old text standing. */
export function useDescription(
  element: RefObject<HTMLElement | null>,
  session: FigureSession,
  describe: () => string,
): void {
  useEffect(() => {
    const write = throttle(() => {
      const text = describe();
      if (element.current && element.current.textContent !== text) {
        element.current.textContent = text;
      }
    }, pace);
    const unsubscribe = session.onFrame(write);
    write();
    return () => {
      unsubscribe();
      write.cancel();
    };
  }, [element, session, describe]);
}
