// Lanes in the units of the raw inputs: the same losses, one surface for all scalings, and the way back.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLanes, drawnLoss, foldLane, parseExperiment, type Lane } from '../../src/index.ts';
import { relativeError, scaledExperiments } from './random-lanes.ts';

/** Moves gamma, beta and biases off their starting values, where mistakes would not show. */
function trained(lane: Lane): Lane {
  lane.step(3);
  return lane;
}
const lanesOf = (query: string) => createLanes(parseExperiment(query).experiment);
const places = ['none', 'before', 'after', 'input', 'layer'] as const;

describe.each(places)('normalization: %s', (place) => {
  test('the folded network on raw rows has the loss of the lane', () => {
    fc.assert(
      fc.property(scaledExperiments(place), (experiment) => {
        for (const lane of createLanes(experiment).map(trained)) {
          const { objective, fold } = foldLane(lane);
          expect(relativeError([objective.evaluate(fold(lane.theta))], [lane.loss])).toBeLessThan(
            1e-10,
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  test('unfolding undoes it: nothing moves where nothing was moved, and elsewhere the loss goes along', () => {
    fc.assert(
      fc.property(
        scaledExperiments(place),
        fc.double({ min: -2, max: 2, noNaN: true }),
        (experiment, part) => {
          for (const lane of createLanes(experiment).map(trained)) {
            const { objective, fold, unfold } = foldLane(lane);
            const point = fold(lane.theta);
            expect([...unfold(point, lane.theta)]).toEqual([...lane.theta]);
            point[0] *= 1 + part;
            point[1] *= 1 - part;
            const moved = unfold(point, lane.theta);
            // A unit whose sum hardly varies is all eps and rounding.
            const loss = lane.objective.evaluate(moved);
            expect(relativeError([loss], [objective.evaluate(point)])).toBeLessThan(1e-6);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});

test('one neuron: lanes that differ in scaling have one surface, to 1e-10', () => {
  const [first, ...others] = lanesOf('lanes=raw,standard,minmax,pca&x1=3:5&x2=-1:100');
  const common = foldLane(first);
  for (const lane of others.map(trained)) {
    const { objective, fold } = foldLane(lane);
    const at = fold(lane.theta);
    expect(Math.abs(common.objective.evaluate(at) / lane.loss - 1)).toBeLessThan(1e-10);
    expect(objective.evaluate(at)).toBe(common.objective.evaluate(at));
    expect(objective.names).toEqual(common.objective.names);
  }
});

test('gradient descent on standardized inputs is preconditioned descent in raw units', () => {
  const [lane] = lanesOf('lanes=standard&lr=0.3&x1=0:1&x2=0:0.01');
  const { objective, fold } = foldLane(lane);
  // Folding one neuron is linear: its columns are what it makes of each parameter, beside the shift.
  const { size } = lane.objective;
  const atZero = fold(new Float64Array(size));
  expect([...atZero]).toEqual([0, 0, 0]);
  const columns = Array.from({ length: size }, (_, k) => {
    const axis = new Float64Array(size);
    axis[k] = 1;
    return fold(axis);
  });
  const gradient = new Float64Array(size);
  const point = fold(lane.theta);
  for (let step = 0; step < 20; step++) {
    objective.evaluate(point, gradient);
    // p <- p - rate A A' grad
    const own = columns.map((column) =>
      column.reduce((sum, value, i) => sum + value * gradient[i], 0),
    );
    for (let i = 0; i < size; i++) {
      point[i] -= 0.3 * columns.reduce((sum, column, k) => sum + column[i] * own[k], 0);
    }
    lane.step();
    expect(relativeError(fold(lane.theta), point)).toBeLessThan(1e-10);
  }
});

describe('what a surface is drawn of', () => {
  const running = { axes: 'equal', statistics: 'running' } as const;

  test.each([
    'lanes=raw+bn&net=4',
    'lanes=standard+bn-after&net=4',
    'lanes=standard+bn&net=4-3',
    'lanes=standard+bn-input',
    'lanes=raw',
  ])('with running statistics it is the loss of the finished network: %s', (query) => {
    const [lane] = lanesOf(query).map(trained);
    const { objective, theta } = lane;
    for (const axes of ['equal', 'raw'] as const) {
      const drawn = drawnLoss(lane, { ...running, axes });
      const held = drawn.statistics(theta, objective.running);
      if (held) drawn.hold(held);
      const loss = drawn.objective.evaluate(drawn.centre(theta, objective.running));
      expect(Math.abs(loss / objective.evaluationLoss(theta) - 1)).toBeLessThan(1e-10);
    }
  });

  test('with the statistics of the batch it is the loss that training descends on', () => {
    const [lane] = lanesOf('lanes=standard+bn&net=4').map(trained);
    const drawn = drawnLoss(lane, { axes: 'equal', statistics: 'batch' });
    expect(drawn.objective.evaluate(drawn.place(lane.theta))).toBe(lane.loss);
    expect(drawn.statistics(lane.theta, lane.objective.running)).toBeNull();
    expect(lane.objective.evaluationLoss(lane.theta)).not.toBeCloseTo(lane.loss, 3);
  });

  test('batch norm is folded in where it is an affine map of the inputs, and nowhere else', () => {
    const folds = (query: string) =>
      drawnLoss(lanesOf(query)[0], { axes: 'raw', statistics: 'batch' }).foldsNormalization;
    expect(['net=4&lanes=raw+bn', 'lanes=raw+bn-input'].map(folds)).toEqual([true, true]);
    expect(
      ['net=4-4&lanes=raw+bn', 'net=4&lanes=raw+bn-after', 'net=4&lanes=raw+ln', ''].map(folds),
    ).toEqual([false, false, false, false]);
  });
});
