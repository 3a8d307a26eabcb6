// Lanes that start from the same function: at step 0 nothing tells them apart but the space they move in.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLanes, parseExperiment, type Experiment, type Lane } from '../../src/index.ts';
import { relativeError, scaledExperiments } from './random-lanes.ts';

const change = { start: 'same-function' as const };
const numRuns = 60;

const outputsOf = ({ objective, theta }: Lane) => objective.outputs(theta);
/** What enters the first activation; without its column means where a bias is left out that batch norm removes. */
function sumsOf({ objective, theta }: Lane): Float64Array {
  const { preActivations, count } = objective.hidden(theta, 1);
  if (objective.layout.layers[0].bias !== null) return preActivations;
  return preActivations.map((value, k) => {
    const first = k - (k % count);
    const column = preActivations.subarray(first, first + count);
    return value - column.reduce((sum, each) => sum + each, 0) / count;
  });
}

/**
 * With the usual 1e-5 each normalized layer may magnify rounding 316 times, and three in a row 3e7 times, where a spread
 * is near 0. With an eps of 1 the functions are as much the same, and the bound can be tight.
 */
const calm = (experiment: Experiment): Experiment => ({
  ...experiment,
  settings: { ...experiment.settings, normEps: 1 },
});

describe.each(['none', 'before', 'after', 'layer'] as const)('normalization: %s', (place) => {
  test('every scaling computes the same outputs and the same first layer at step 0', () => {
    fc.assert(
      fc.property(scaledExperiments(place, change), (experiment) => {
        const [first, ...others] = createLanes(calm(experiment));
        const bound = 1e-12;
        for (const lane of others) {
          expect(relativeError(sumsOf(lane), sumsOf(first))).toBeLessThan(bound);
          expect(relativeError(outputsOf(lane), outputsOf(first))).toBeLessThan(bound);
          expect(Math.abs(lane.loss - first.loss)).toBeLessThan(bound * Math.max(1, first.loss));
        }
      }),
      { numRuns },
    );
  });
});

test('batch norm on the inputs is mapped too', () => {
  fc.assert(
    fc.property(scaledExperiments('input', change), (experiment) => {
      const [first, ...others] = createLanes(calm(experiment));
      for (const lane of others) {
        expect(relativeError(sumsOf(lane), sumsOf(first))).toBeLessThan(1e-10);
      }
    }),
    { numRuns },
  );
});

test('the first lane keeps its drawn numbers, and no lane changes anything behind the first layer', () => {
  const lanesOf = (query: string) => createLanes(parseExperiment(query).experiment);
  const query = 'net=4-3&data=two-scales-curved&lanes=raw,standard,pca';
  const [drawn, mapped] = [lanesOf(query), lanesOf(`${query}&start=same-function`)];
  expect(mapped[0].start).toEqual(drawn[0].start);
  for (const lane of [1, 2]) {
    const { layout } = mapped[lane].objective;
    const behind = layout.layers[1].weights;
    expect(mapped[lane].start.slice(behind)).toEqual(drawn[lane].start.slice(behind));
    expect(mapped[lane].start.slice(0, behind)).not.toEqual(drawn[lane].start.slice(0, behind));
  }
});

test('without the rule, lanes with the same numbers compute different functions', () => {
  const [raw, standard] = createLanes(parseExperiment('net=4').experiment);
  expect(standard.start).toEqual(raw.start);
  expect(relativeError(outputsOf(standard), outputsOf(raw))).toBeGreaterThan(0.1);
});

test('a chosen start stands above the rule', () => {
  const query = 'start=same-function&from=2:3&lanes=raw,standard';
  for (const { start } of createLanes(parseExperiment(query).experiment)) {
    expect([...start.slice(0, 2)]).toEqual([2, 3]);
  }
});
