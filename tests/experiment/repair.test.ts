// Repairs of a diverged lane: each that is found does repair it, and none is found that would not.
import { describe, expect, test } from 'vitest';
import {
  createLanes,
  findLowerRate,
  findRepairs,
  parseExperiment,
  type Lane,
  type Repair,
} from '../../src/index.ts';
import { finish } from '../../src/experiment/rate-search.ts';
import { roundedDown } from '../../src/experiment/repair.ts';
import { sharpness } from '../../src/experiment/sharpness.ts';

function repairsOf(query: string, index = 0) {
  const { experiment, notices } = parseExperiment(query);
  expect(notices).toEqual([]);
  const lane = createLanes(experiment)[index];
  lane.step(3000);
  expect(lane.status).toBe('diverged');
  const search = findRepairs(experiment, index, lane);
  let state = search.next();
  while (!state.done) state = search.next();
  return { experiment, repairs: state.value as Repair[] };
}

describe.each([
  ['x1=0:100&count=40', ['scale', 'rate']],
  ['lr=10', ['rate']],
  ['lr=10&lanes=standard', ['rate']],
  ['x1=0:100&count=40&opt=momentum', ['scale', 'rate']],
  [
    'data=two-scales-curved&net=4&x1=0:10&lr=0.3&act=leaky-relu&count=40&lanes=raw&init=he',
    ['scale', 'rate'],
  ],
])('%s', (query, kinds) => {
  test(`is repaired by ${kinds.join(' and ')}`, () => {
    const { experiment, repairs } = repairsOf(query);
    expect(repairs.map(({ kind }) => kind)).toEqual(kinds);
    for (const { lanes } of repairs) {
      // Only this lane is changed.
      expect(lanes.slice(1)).toEqual(
        experiment.lanes.slice(1).map((lane, k) => ({ ...lane, id: lanes[k + 1].id })),
      );
      const [lane] = createLanes({ ...experiment, lanes });
      const { loss } = lane;
      lane.step(500);
      expect(lane.status).not.toBe('diverged');
      expect(lane.loss).toBeLessThan(loss);
    }
  });
});

test('a rate is rounded down, to two digits', () => {
  expect([0.0299, 0.12345, 7, 1e-6, 0.99999, 123].map((value) => roundedDown(value))).toEqual([
    0.029, 0.12, 7, 1e-6, 0.99, 120,
  ]);
});

test('a very low rate is offered as it is written elsewhere, with a power of ten', () => {
  const { repairs } = repairsOf('data=houses&lanes=raw');
  const label = repairs.find(({ kind }) => kind === 'rate')?.label ?? '';
  expect(label).toMatch(/^Lower the rate to \d(\.\d)?\u00a0×\u00a010⁻⁷$/);
});

/** How far a loss rises above its lowest, at most; without what is below a millionth of the start. */
function greatestRise({ losses, count }: Lane['trajectory']): number {
  let lowest = losses[0];
  let greatest = 1;
  for (const loss of losses.subarray(1, count)) {
    greatest = Math.max(greatest, loss / (lowest + 1e-6 * losses[0]));
    lowest = Math.min(lowest, loss);
  }
  return greatest;
}

describe.each([
  'net=4-4',
  'data=two-scales-curved&net=4-4',
  'data=two-scales-curved&net=4&lanes=raw%2Bbn',
  'net=4-4&lanes=standard%2Bbn',
  'data=disc&net=4-4&lanes=standard',
  'data=moons&net=4-4&lanes=raw%2Bbn',
  'data=wine&net=4&lanes=standard',
])('%s, at twice the limit of its start', (query) => {
  test('is offered a lower rate with which its loss falls without jumps', () => {
    const { experiment } = parseExperiment(`count=60&${query}`);
    const [{ objective, start }] = createLanes(experiment);
    const settings = { ...experiment.settings, learningRate: 4 / sharpness(objective, start) };
    const steep = { ...experiment, settings };
    const [lane] = createLanes(steep);
    const repair = finish(findLowerRate(steep, 0, lane));
    expect(repair?.trial).toMatch(
      /^With rate \S+ the loss fell without jumps in a trial of [\d,]+ steps\.$/,
    );
    const steps = Number(/of ([\d,]+) steps/.exec(repair?.trial ?? '')?.[1].replace(',', ''));
    expect(steps).toBeGreaterThanOrEqual(200);
    const [calm] = createLanes({ ...steep, lanes: repair?.lanes ?? [] });
    const { loss } = calm;
    calm.step(steps);
    expect(calm.loss).toBeLessThan(loss);
    expect(greatestRise(calm.trajectory)).toBeLessThan(1.1);
  });
});

test('where no rate is calm, the words say that the loss jumps', () => {
  const { experiment } = parseExperiment('net=4&lanes=raw%2Bbn&opt=adam&lr=300&count=20');
  const [lane] = createLanes(experiment);
  const repair = finish(findLowerRate(experiment, 0, lane));
  expect(repair?.trial).toMatch(/the loss fell with jumps in a trial of 1,500 steps\.$/);
});
