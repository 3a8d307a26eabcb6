// The folded first layer: the same function, written in the units of the raw inputs.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createLanes,
  createObjective,
  foldIntoRawInputs,
  parseExperiment,
  type Lane,
} from '../../src/index.ts';
import { relativeError, scaledExperiments } from './random-lanes.ts';

/** Moves gamma, beta and biases off their starting values, where mistakes would not show. */
function trained(lane: Lane): Lane {
  lane.step(3);
  return lane;
}

const fold = (
  { objective, theta, inputMap }: Lane,
  statistics = objective.batchStatistics(theta),
) => foldIntoRawInputs(objective.spec, theta, inputMap, statistics);

describe.each(['none', 'before', 'after', 'input'] as const)('normalization: %s', (place) => {
  test('its sums over raw inputs are what enters the first activation', () => {
    fc.assert(
      fc.property(scaledExperiments(place), (experiment) => {
        for (const lane of createLanes(experiment).map(trained)) {
          const { weights, bias } = fold(lane);
          const { inputs, count } = lane.rawSamples;
          const sums = Array.from(bias).flatMap((b, unit) =>
            Array.from(
              { length: count },
              (_, row) =>
                weights[2 * unit] * inputs[2 * row] +
                weights[2 * unit + 1] * inputs[2 * row + 1] +
                b,
            ),
          );
          const expected = lane.objective.hidden(lane.theta, 1).preActivations;
          expect(relativeError(sums, expected)).toBeLessThan(1e-10);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe.each(['none', 'before', 'input'] as const)(
  'one hidden layer, normalization: %s',
  (place) => {
    test.each(['batch', 'running'] as const)(
      'a plain network on raw inputs with this first layer computes the outputs, %s statistics',
      (mode) => {
        fc.assert(
          fc.property(scaledExperiments(place), (experiment) => {
            const oneLayer = {
              ...experiment,
              settings: { ...experiment.settings, hidden: experiment.settings.hidden.slice(0, 1) },
            };
            for (const lane of createLanes(oneLayer).map(trained)) {
              const { objective, theta, rawSamples } = lane;
              const statistics =
                mode === 'batch' ? objective.batchStatistics(theta) : objective.running;
              const { weights, bias } = fold(lane, statistics as never);
              const plain = createObjective(
                { ...objective.spec, normalization: { kind: 'none', place: 'before' } },
                rawSamples,
              );
              const output = objective.layout.layers[1];
              const folded = Float64Array.from([
                ...weights,
                ...bias,
                ...theta.slice(output.weights),
              ]);
              expect(folded).toHaveLength(plain.size);
              expect(
                relativeError(plain.outputs(folded), objective.outputs(theta, mode)),
              ).toBeLessThan(1e-10);
            }
          }),
          { numRuns: 25 },
        );
      },
    );
  },
);

test('one neuron: the weights of the raw lane are its own, and scaling divides them', () => {
  const [raw, standard] = createLanes(parseExperiment('').experiment);
  expect([...fold(raw).weights]).toEqual([...raw.theta.slice(0, 2)]);
  const { weights } = fold(standard);
  const [a, , , d] = standard.inputMap.matrix;
  expect(weights[0]).toBeCloseTo(standard.theta[0] * a, 12);
  expect(weights[1]).toBeCloseTo(standard.theta[1] * d, 10);
});

test('frozen gamma and beta count as 1 and 0', () => {
  const [lane] = createLanes(parseExperiment('net=3&lanes=standard%2Bbn&affine=frozen').experiment);
  const { weights, bias } = fold(trained(lane));
  const [x1, x2] = lane.rawSamples.inputs;
  const expected = lane.objective.hidden(lane.theta, 1).preActivations[0];
  expect(weights[0] * x1 + weights[1] * x2 + bias[0]).toBeCloseTo(expected, 10);
});

test('where statistics are needed and missing, that is said', () => {
  for (const place of ['bn', 'bn-input']) {
    const [lane] = createLanes(parseExperiment(`net=3&lanes=raw%2B${place}`).experiment);
    const { spec } = lane.objective;
    expect(() => foldIntoRawInputs(spec, lane.theta, lane.inputMap)).toThrow(
      'missing statistics: batch norm',
    );
  }
  const [plain] = createLanes(parseExperiment('net=3&lanes=standard%2Bbn-after').experiment);
  expect(foldIntoRawInputs(plain.objective.spec, plain.theta, plain.inputMap).bias).toHaveLength(3);
});
