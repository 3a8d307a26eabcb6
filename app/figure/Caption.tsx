// The sentences under the figure, computed from the run; what becomes of lanes is also told to screen readers.
import { useEffect, useRef } from 'react';
import { describeRun, formatReading, type Lane } from '../../src/index.ts';
import { throttle } from '../plot/throttle.ts';
import type { FigureSession } from '../session/types.ts';
import { createUnstableSearch } from './divergence/unstable-search.ts';

/** Words change at most this often, in milliseconds, so that they can be read; losses in them are those of the readouts. */
const readingTime = 500;
/** While lanes train a screen reader is told at most this often; of a run that stands, at once. */
const speakingTime = 5000;

const statusWords: Record<Lane['status'], string> = {
  running: 'not at the target yet',
  converged: 'reached the target',
  diverged: 'diverged',
};

export function Caption({ session }: { readonly session: FigureSession }) {
  const visible = useRef<HTMLParagraphElement>(null);
  const spoken = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const sinceUnstable = createUnstableSearch();
    let writtenAt = Number.NEGATIVE_INFINITY;
    let statuses = '';
    let shownOf = -1;
    let longest = 0;
    let message = '';
    const speak = throttle(() => {
      if (spoken.current && spoken.current.textContent !== message) {
        spoken.current.textContent = message;
      }
    }, speakingTime);
    const write = (text: string) => {
      const line = visible.current;
      if (!line || line.textContent === text) return;
      line.textContent = text;
      if (text.length <= longest) return;
      // What stands below must not jump: the caption keeps the lines that it has once had.
      longest = text.length;
      line.style.minHeight = '';
      line.style.minHeight = `${line.offsetHeight}px`;
    };
    let later: ReturnType<typeof setTimeout> | undefined;
    const stop = session.onFrame(() => {
      const now = performance.now();
      const outcome = session.views.map(({ lane }) => `${lane.id} ${lane.status}`).join();
      const { status, generation } = session.store.getState();
      // As many digits as the sentences have.
      const losses = session.views
        .map(({ lane }) => (lane.stepsToTarget === null ? formatReading(lane.loss, 2) : ''))
        .join();
      const turned = `${outcome} ${status} ${generation} ${losses}`;
      const urgent = turned !== statuses;
      if (!urgent && now - writtenAt < readingTime) {
        // The last words of a run must not be lost to the pause between two changes.
        clearTimeout(later);
        later = setTimeout(session.invalidate, readingTime);
        return;
      }
      statuses = turned;
      writtenAt = now;
      if (generation !== shownOf) {
        shownOf = generation;
        longest = 0;
        visible.current?.style.removeProperty('min-height');
      }
      write(
        describeRun(
          session.views.map(({ lane }) => lane),
          session.views.map(({ curvature }) => curvature),
          session.views.map(({ lane }) => sinceUnstable(lane)),
        ).join(' '),
      );
      message = session.views
        .map(({ label, lane }) => `${label}: ${statusWords[lane.status]}.`)
        .join(' ');
      if (status !== 'running') speak.cancel();
      speak();
    });
    return () => {
      stop();
      speak.cancel();
      clearTimeout(later);
    };
  }, [session]);
  return (
    <div className="caption">
      <p ref={visible} data-caption="" />
      <p ref={spoken} role="status" className="visually-hidden" />
    </div>
  );
}
