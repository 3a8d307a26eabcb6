// What Chromium's own trace says of a page's main thread: how long its scripts really ran in every frame.
import { readFile } from 'node:fs/promises';

export const categories = ['devtools.timeline', 'toplevel', 'v8.execute'];

/** Scripts begin with one of these. */
const entries = new Set([
  ...['FireAnimationFrame', 'TimerFire', 'HandlePostMessage', 'EventDispatch', 'RunMicrotasks'],
  ...['FunctionCall', 'EvaluateScript', 'v8.callFunction'],
]);

/**
 * What a page's main thread did, in milliseconds of processor time: what other programs take of the processor meanwhile
 * does not count, as it does by the clock.
 *
 * @param file a trace as Chromium writes it
 * @returns how long its scripts took from one animation frame to the next, the frame itself included; and how long each
 *   task took that a reader could have waited for, with all that the browser does in it
 */
export async function mainThreadTimes(file) {
  const events = await mainThreadEvents(file);
  const tasks = events.filter(({ name }) => taskNames.has(name));
  return { frames: framesOf(events), tasks: tasks.map(({ dur, tdur = dur }) => tdur / 1000) };
}

const taskNames = new Set(['ThreadControllerImpl::RunTask', 'RunTask']);

async function mainThreadEvents(file) {
  const { traceEvents } = JSON.parse(await readFile(file, 'utf8'));
  const counts = new Map();
  for (const event of traceEvents) {
    if (event.name !== 'FireAnimationFrame') continue;
    const thread = `${event.pid} ${event.tid}`;
    counts.set(thread, (counts.get(thread) ?? 0) + 1);
  }
  const [[main] = []] = [...counts].sort(([, a], [, b]) => b - a);
  return traceEvents.filter((event) => event.ph === 'X' && `${event.pid} ${event.tid}` === main);
}

function framesOf(all) {
  const events = all
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
