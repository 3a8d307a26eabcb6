// What Chromium's own trace says of a page's main thread: how long its scripts really ran in every frame.
import { readFile } from 'node:fs/promises';

export const categories = ['devtools.timeline', 'toplevel', 'v8.execute'];

/** Scripts begin with one of these. */
const entries = new Set([
  ...['FireAnimationFrame', 'TimerFire', 'HandlePostMessage', 'EventDispatch', 'RunMicrotasks'],
  ...['FunctionCall', 'EvaluateScript', 'v8.callFunction'],
]);

/**
 * Milliseconds of processor time that the page's scripts took from one animation frame to the next, the frame itself
 * included: what other programs take of the processor meanwhile does not count, as it does by the clock.
 *
 * @param file a trace as Chromium writes it
 */
export async function scriptTimes(file) {
  const { traceEvents } = JSON.parse(await readFile(file, 'utf8'));
  const isWhole = ({ ph }) => ph === 'X';
  const counts = new Map();
  for (const event of traceEvents) {
    if (event.name !== 'FireAnimationFrame') continue;
    const thread = `${event.pid} ${event.tid}`;
    counts.set(thread, (counts.get(thread) ?? 0) + 1);
  }
  const [[main] = []] = [...counts].sort(([, a], [, b]) => b - a);
  const events = traceEvents
    .filter((event) => isWhole(event) && `${event.pid} ${event.tid}` === main)
    .filter(({ name }) => entries.has(name))
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const frames = [];
  let sum = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const { name, ts, dur, tdur = dur } of events) {
    // What lies within another entry is counted with it.
    if (ts < end) continue;
    end = ts + dur;
    sum += tdur / 1000;
    if (name !== 'FireAnimationFrame') continue;
    frames.push(sum);
    sum = 0;
  }
  return frames;
}
