// Sweeps: the same runs as anyone would make by hand, in pieces that may be interrupted anywhere.
import { describe, expect, test } from 'vitest';
import {
  createLanes,
  parseExperiment,
  sweepBatchSize,
  sweepDepth,
  sweepLearningRate,
  sweepSeeds,
  type Experiment,
  type Sweep,
} from '../../src/index.ts';
import { spread } from '../../src/experiment/sweep-summary.ts';

const read = (query: string): Experiment => {
  const { experiment, notices } = parseExperiment(query);
  expect(notices).toEqual([]);
  return experiment;
};

/** Every sweep as it was yielded, and the whole at the end. */
function all(sweep: Generator<Sweep, Sweep>): Sweep[] {
  const found: Sweep[] = [];
  for (;;) {
    const { value, done } = sweep.next();
    found.push(value);
    if (done) return found;
  }
}
const whole = (sweep: Generator<Sweep, Sweep>) => all(sweep).at(-1) as Sweep;

const base = read('data=two-scales-curved&net=3&count=30&noise=0&lanes=raw,standard%2Bbn~lr:0.2');
const small = { limit: 120, values: [0.03, 1], seeds: 2 };

type Make = (before?: Sweep) => Generator<Sweep, Sweep>;
const sweeps: readonly (readonly [string, Make])[] = [
  ['learning rate', (before) => sweepLearningRate(base, small, before)],
  ['depth', (before) => sweepDepth(base, { limit: 60, values: [1, 3], width: 2 }, before)],
  ['batch size', (before) => sweepBatchSize(base, { limit: 60, values: [1, 8, 0] }, before)],
  ['seeds', (before) => sweepSeeds(base, { limit: 60, seeds: 3 }, before)],
  [
    'depth at the best rate',
    (before) =>
      sweepDepth(
        { ...base, rate: { kind: 'best' } },
        { limit: 60, values: [1], rates: [0.1, 1], width: 2 },
        before,
      ),
  ],
];

describe.each(sweeps)('%s', (_name, make) => {
  const partial = all(make());
  const end = partial[partial.length - 1];

  test('each yield has the runs finished so far, and the last has them all', () => {
    expect(end.runs).toHaveLength(end.total);
    for (const { runs } of partial) expect(runs).toEqual(end.runs.slice(0, runs.length));
    expect(partial.length).toBeGreaterThan(end.total);
  });

  test('the same again is the same', () => {
    expect(whole(make())).toEqual(end);
  });

  test('interrupted anywhere, sent as text and gone on with, it ends alike', () => {
    for (let k = 0; k < partial.length; k += Math.max(1, partial.length >> 3)) {
      const sent = JSON.parse(JSON.stringify(partial[k])) as Sweep;
      expect(whole(make(sent))).toEqual(end);
    }
    expect(all(make(end))).toEqual([end]);
  });
});

describe('the runs', () => {
  /** A run made by hand. */
  const byHand = (experiment: Experiment, lane: number, limit: number) => {
    const run = createLanes(experiment)[lane];
    while (run.iteration < limit && run.stepsToTarget === null && run.status !== 'diverged')
      run.step();
    return run;
  };

  test('a learning rate is imposed even on a lane with one of its own', () => {
    for (const run of whole(sweepLearningRate(base, small)).runs) {
      const lanes = base.lanes.map((lane) => ({ ...lane, overrides: {} }));
      const settings = { ...base.settings, learningRate: run.value };
      const expected = byHand({ ...base, settings, lanes, seed: run.seed }, run.lane, small.limit);
      expect(run.stepsToTarget).toBe(expected.stepsToTarget);
      expect(run.finalLoss).toBe(expected.loss);
      expect(run.learningRate).toBe(run.value);
    }
  });

  test('a depth is that many layers of the width', () => {
    const { runs } = whole(sweepDepth(base, { limit: 60, values: [3], width: 2 }));
    const settings = { ...base.settings, hidden: [2, 2, 2] };
    for (const run of runs) {
      expect(run.finalLoss).toBe(byHand({ ...base, settings }, run.lane, 60).loss);
    }
    expect(runs[1].learningRate).toBe(0.2);
  });

  test('a divergent run is told apart from a slow one', () => {
    const steep = read('lanes=raw,standard');
    const { runs, points } = whole(sweepLearningRate(steep, { limit: 600, values: [0.01, 50] }));
    expect(runs.map(({ status }) => status)).toEqual([
      'running',
      'reached',
      'diverged',
      'diverged',
    ]);
    expect(runs[2].finalLoss).toBeNull();
    expect(points.map(({ diverged }) => diverged)).toEqual([0, 0, 1, 1]);
    expect(points.map(({ reached }) => reached)).toEqual([0, 1, 0, 0]);
  });

  test('batch norm cannot train on single rows, and the sweep goes on', () => {
    const { runs } = whole(sweepBatchSize(base, { limit: 20, values: [1, 4] }));
    expect(runs.map(({ status }) => status)).toEqual([
      'running',
      'impossible',
      'running',
      'running',
    ]);
    expect(runs[1].stepsToTarget).toBeNull();
    expect(runs[1].finalLoss).toBeNull();
  });

  test('a start in slice coordinates does not stop a depth that lacks the slice’s parameters', () => {
    const chosen = { ...read('net=2-2&slice=w:W3[0][0],W3[0][1]&from=1:1') };
    expect(whole(sweepDepth(chosen, { limit: 5, values: [1] })).runs).toHaveLength(2);
  });

  test('seeds count up from the experiment’s, and one point stands for them all', () => {
    const race = whole(sweepSeeds(read('seed=7&lr=0.5'), { limit: 50, seeds: 5 }));
    expect(race.seeds).toEqual([7, 8, 9, 10, 11]);
    expect(race.points).toHaveLength(2);
    const steps = race.runs.filter(({ lane }) => lane === 1).map((run) => run.stepsToTarget ?? NaN);
    const sorted = [...steps].sort((a, b) => a - b);
    expect(race.points[1].stepsToTarget).toEqual({
      least: sorted[0],
      median: sorted[2],
      greatest: sorted[4],
    });
    expect(race.points[0].stepsToTarget).toEqual({ least: null, median: null, greatest: null });
    expect(race.points[0].finalLoss.median).toBeGreaterThan(0.01);
  });
});

test('the spread: a run without a number counts as worst', () => {
  expect(spread([3, 1, 2])).toEqual({ least: 1, median: 2, greatest: 3 });
  expect(spread([4, 1, 2, 3])).toEqual({ least: 1, median: 2.5, greatest: 4 });
  expect(spread([null, 1, 2])).toEqual({ least: 1, median: 2, greatest: null });
  expect(spread([null, 1])).toEqual({ least: 1, median: null, greatest: null });
  expect(spread([null, null, null])).toEqual({ least: null, median: null, greatest: null });
  expect(spread([])).toEqual({ least: null, median: null, greatest: null });
});

describe('deeper: a disc, layers of six tanh units, small weights, each depth at its best rate', () => {
  const lanes = 'data=disc&noise=0&net=6&init=small&rate=best&lanes=standard,standard%2Bbn';
  const options = { limit: 600, rates: [1, 3, 5], values: [1, 2, 4, 10] };

  test('without batch norm training stops working at depth 4; with it every depth gets there', () => {
    const { runs } = whole(sweepDepth(read(lanes), options));
    const statusOf = (lane: number) =>
      runs.filter((run) => run.lane === lane).map(({ status }) => status);
    expect(statusOf(0)).toEqual(['reached', 'reached', 'running', 'running']);
    expect(statusOf(1)).toEqual(['reached', 'reached', 'reached', 'reached']);
  });
});
