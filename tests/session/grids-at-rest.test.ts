// How fine a surface becomes at rest: as fine as costs and whoever draws allow, and no point is computed a second time.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSession } from '../../app/session/session.ts';
import type { FigureSession } from '../../app/session/types.ts';
import type { Surface } from '../../src/index.ts';
import { parseExperiment } from '../../src/index.ts';

let frames: FrameRequestCallback[] = [];
let session: FigureSession;

/** Lets the work that runs in this thread come back until the surface has so many columns. */
const surfaceOf = (columns: number) =>
  vi.waitFor(
    () => {
      session.invalidate();
      const due = frames;
      frames = [];
      for (const callback of due) callback(performance.now());
      const [{ surface }] = session.views;
      if (surface?.columns !== columns) throw new Error(`${surface?.columns} columns`);
      return surface;
    },
    { timeout: 10_000, interval: 1 },
  );

/** The heights of a finer surface at the points of a coarser one. */
const shared = (fine: Surface, coarse: Surface) => {
  const step = (fine.columns - 1) / (coarse.columns - 1);
  return coarse.heights.map((_, k) => {
    const column = k % coarse.columns;
    const row = (k - column) / coarse.columns;
    return fine.heights[step * (row * fine.columns + column)] ?? NaN;
  });
};

beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback));
  vi.stubGlobal('cancelAnimationFrame', () => (frames = []));
  vi.stubGlobal('Worker', undefined);
  session = createSession({ experiment: parseExperiment('lanes=standard&count=32').experiment });
});
afterEach(() => {
  session.dispose();
  vi.unstubAllGlobals();
});

it('129 points a side, until it is known that finer ones are worth drawing; then 257', async () => {
  const first = await surfaceOf(129);
  for (let k = 0; k < 50; k++) await surfaceOf(129);
  session.limitGrid(false);
  const finest = await surfaceOf(257);
  expect(finest.plane).toEqual(first.plane);
  // To the last bit, as they are handed on and not computed anew.
  expect(shared(finest, first)).toEqual(first.heights);
});

it('no finer than a picture without a graphics processor can bear', async () => {
  session.limitGrid(true);
  const surface = await surfaceOf(129);
  for (let k = 0; k < 50; k++) await surfaceOf(129);
  expect(session.views[0].surface).toBe(surface);
});
