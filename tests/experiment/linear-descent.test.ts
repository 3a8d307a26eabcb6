// Gradient descent on one neuron: what the theory of quadratics says of it, on lanes as readers run them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { curvature } from '../../src/index.ts';
import { lanesOf } from './lanes-of.ts';

const seeds = fc.integer({ min: 1, max: 1000 });

describe('one neuron, gradient descent', () => {
  test('descends at every step below 2 / lambda max', () => {
    fc.assert(
      fc.property(seeds, fc.double({ min: 0.05, max: 0.99, noNaN: true }), (seed, fraction) => {
        for (const lane of lanesOf(`seed=${seed}&lanes=raw,standard&rate=stable:${fraction}`)) {
          for (let k = 0; k < 40; k++) {
            const before = lane.loss;
            lane.step();
            // At the minimum itself only rounding is left.
            expect(lane.loss).toBeLessThanOrEqual(before * (1 + 1e-14));
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test('climbs by (1 - rate * lambda max)² a step above it', () => {
    fc.assert(
      fc.property(seeds, fc.double({ min: 1.3, max: 3, noNaN: true }), (seed, fraction) => {
        const [probe] = lanesOf(`seed=${seed}&lanes=raw`);
        const { sharpness } = curvature(probe.objective, probe.start);
        const rate = (fraction * 2) / sharpness;
        const [lane] = lanesOf(`seed=${seed}&lanes=raw&lr=${rate}`);
        lane.step(20);
        const before = lane.loss;
        lane.step();
        const expected = (1 - rate * sharpness) ** 2;
        expect(Math.abs(lane.loss / before / expected - 1)).toBeLessThan(1e-3);
        lane.step(20);
        const later = lane.loss;
        lane.step();
        expect(Math.abs(lane.loss / later / expected - 1)).toBeLessThan(1e-6);
      }),
      { numRuns: 20 },
    );
  });

  test('on standardized inputs is descent on centred inputs, preconditioned by 1 / std²', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const query = `seed=${seed}&lanes=centre,standard&start=same-function&lr=0.2`;
        const [centred, standardized] = lanesOf(query);
        const [a, , , d] = standardized.inputMap.matrix;
        // The weights of scaled inputs are the raw ones times the spread; the bias is the same.
        const factors = [a, d, 1];
        const theta = centred.start.slice();
        const gradient = new Float64Array(3);
        for (let k = 0; k < 30; k++) {
          centred.objective.evaluate(theta, gradient);
          for (let i = 0; i < 3; i++) theta[i] -= 0.2 * factors[i] ** 2 * gradient[i];
        }
        standardized.step(30);
        for (let i = 0; i < 3; i++) {
          const inRawUnits = standardized.theta[i] * factors[i];
          expect(Math.abs(inRawUnits - theta[i])).toBeLessThanOrEqual(
            1e-9 * Math.max(Math.abs(theta[i]), 1e-3),
          );
        }
      }),
      { numRuns: 30 },
    );
  });
});
