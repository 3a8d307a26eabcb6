// The window of a run that has diverged: it holds what can be drawn of it, and leaves out what is on its way to infinity.
import { expect, test } from 'vitest';
import { framePaths } from '../../app/session/windows.ts';
import { stageSessions } from './open-session.ts';

const stage = stageSessions();

test('along random directions it is no wider than a thousand times the loss of the start', async () => {
  const query = 'data=two-scales-curved&net=4-4&lr=2&lanes=raw&slice=random&until=200';
  const session = stage.open(query);
  session.seek(200);
  await stage.until(() => {
    if (session.views[0]?.lane.status !== 'diverged') throw new Error('not yet');
  });
  const [framing] = framePaths(session.views, session.store.getState().experiment);
  const [left, right, bottom, top] = framing.extent;
  expect(session.views[0].lane.loss).toBeGreaterThan(1e100);
  expect(Math.max(right - left, top - bottom)).toBeLessThan(1e4);
  // The start is in it.
  expect(left).toBeLessThan(0);
  expect(top).toBeGreaterThan(0);
});
