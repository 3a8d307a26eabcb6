// Repairs of a diverged lane: each that is found does repair it, and none is found that would not.
import { describe, expect, test } from 'vitest';
import { createLanes, findRepairs, parseExperiment, type Repair } from '../../src/index.ts';
import { roundedDown } from '../../src/experiment/repair.ts';

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
