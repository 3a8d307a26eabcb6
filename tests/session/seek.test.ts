// Going to a step: forwards, back, in turns, and no further than the run goes.
import { beforeEach, expect, test, vi } from 'vitest';
import { createLanes, parseExperiment } from '../../src/index.ts';
import { createSession } from '../../app/session/session.ts';

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', () => 1);
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
  return () => vi.unstubAllGlobals();
});

async function walking(query: string, steps: readonly number[]) {
  const { experiment } = parseExperiment(query);
  const session = createSession({ experiment });
  for (const step of steps) {
    await new Promise<void>((resolve) => session.seek(step, resolve));
  }
  const seen = {
    iteration: session.iteration,
    furthest: session.furthest,
    seeking: session.seeking,
    status: session.store.getState().status,
    losses: session.views.map(({ lane }) => lane.loss),
    steps: session.views.map(({ lane }) => lane.iteration),
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
  [[2000, 1999, 1998, 12], 12],
])(
  'by way of %j a run comes to step %i, paused, where it would have come anyway',
  async (steps, end) => {
    const query = 'batch=16&seed=3';
    const seen = await walking(query, steps);
    expect(seen).toMatchObject({ iteration: end, seeking: null, furthest: Math.max(...steps) });
    expect(seen.steps).toEqual([end, end]);
    expect(seen.status).toBe(end === 0 ? 'idle' : 'paused');
    expect(seen.losses).toEqual(straight(query, end));
  },
);

test('a seek ends where the run ends', async () => {
  expect(await walking('until=12', [50])).toMatchObject({ iteration: 12, status: 'done' });
});

test('one lane that has diverged holds no other up, and is whole again before that', async () => {
  const query = 'x1=0:100&count=20';
  const [raw] = createLanes(parseExperiment(query).experiment);
  raw.step(1000);
  const end = raw.divergedAt ?? 0;
  expect(end).toBeGreaterThan(20);
  const late = await walking(query, [end + 500, end + 20]);
  expect(late.steps).toEqual([end - 1, end + 20]);
  const early = await walking(query, [end + 500, end + 20, end - 5]);
  expect(early.steps).toEqual([end - 5, end - 5]);
  expect(early.losses).toEqual(straight(query, end - 5));
});

test('a long way is gone in turns, and left where somebody pauses', async () => {
  const session = createSession({ experiment: parseExperiment('net=8-8').experiment });
  const arrived = vi.fn();
  session.seek(1_000_000, arrived);
  expect(session.seeking).toBe(1_000_000);
  session.pause();
  const { iteration } = session;
  expect(session.seeking).toBeNull();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(session.iteration).toBe(iteration);
  expect(arrived).not.toHaveBeenCalled();
  session.dispose();
});
