// Going to a step: forwards, back from the start, in turns, and no further than the run goes.
import { beforeEach, expect, test, vi } from 'vitest';
import { createLanes, parseExperiment } from '../../src/index.ts';
import { createSession } from '../../app/session/session.ts';
import { createWalk } from '../../app/embed/walk.ts';

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', () => 1);
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
  return () => vi.unstubAllGlobals();
});

async function walking(query: string, steps: readonly number[]) {
  const { experiment } = parseExperiment(query);
  const session = createSession({ experiment });
  for (const step of steps) {
    await new Promise<void>((resolve) => createWalk(session, resolve).to(step));
  }
  const seen = {
    iteration: session.iteration,
    status: session.store.getState().status,
    losses: session.views.map(({ lane }) => lane.loss),
  };
  session.dispose();
  return seen;
}

/** The losses that lanes have which walked straight there. */
function straight(query: string, step: number): number[] {
  const lanes = createLanes(parseExperiment(query).experiment);
  for (const lane of lanes) lane.step(step);
  return lanes.map(({ loss }) => loss);
}

test.each([
  [[30], 30],
  [[30, 7], 7],
  [[30, 0], 0],
  [[5, 5], 5],
  [[3, 2000], 2000],
])(
  'by way of %j a run comes to step %i, paused, where it would have come anyway',
  async (steps, end) => {
    const query = 'batch=16&seed=3';
    const seen = await walking(query, steps);
    expect(seen.iteration).toBe(end);
    expect(seen.status).toBe(end === 0 ? 'idle' : 'paused');
    expect(seen.losses).toEqual(straight(query, end));
  },
);

test('a walk ends where the run ends', async () => {
  expect(await walking('until=12', [50])).toMatchObject({ iteration: 12, status: 'done' });
});

test('a walk that is stopped goes no further', async () => {
  const session = createSession({ experiment: parseExperiment('net=8-8').experiment });
  const arrived = vi.fn();
  const walk = createWalk(session, arrived);
  walk.to(1_000_000);
  walk.stop();
  const { iteration } = session;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(session.iteration).toBe(iteration);
  expect(arrived).not.toHaveBeenCalled();
  session.dispose();
});
