// A sentence beside a canvas that follows the run at a reader's pace.
import { useEffect } from 'react';
import type { RefObject } from 'react';
import type { FigureSession } from '../session/types.ts';

/** Milliseconds between two texts: a screen reader must be able to finish one. */
const usualPace = 2000;
/**
 * While frames come, a text is written in one of them: written between two, it would have the page laid out in the midst of
 * drawing the next. Where none has come so many milliseconds after it was due, it is written without.
 */
const patience = 250;

/**
 * Writes `describe()` into the element, and never leaves an old text standing.
 *
 * @param pace milliseconds between two texts
 */
export function useDescription(
  element: RefObject<HTMLElement | null>,
  session: FigureSession,
  describe: () => string,
  pace = usualPace,
): void {
  useEffect(
    () => keepDescribed(element, session, describe, pace),
    [element, session, describe, pace],
  );
}

/** @returns stops writing */
function keepDescribed(
  { current: element }: RefObject<HTMLElement | null>,
  session: FigureSession,
  describe: () => string,
  pace: number,
): () => void {
  let writtenAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    writtenAt = performance.now();
    const text = describe();
    if (element && element.textContent !== text) element.textContent = text;
  };
  const stop = session.onFrame(() => {
    const left = writtenAt + pace - performance.now();
    if (left <= 0) write();
    else timer ??= setTimeout(write, left + patience);
  });
  write();
  return () => {
    stop();
    clearTimeout(timer);
  };
}
