// Gradient descent above and below its stable limit, step by step against reference runs.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createTraining, curvature, optimizers } from '../../src/index.ts';
import { linearObjective } from '../landscape/golden-linear.ts';
import { relativeError } from '../network/relative-error.ts';

interface DivergenceCase {
  readonly id: string;
  readonly X: readonly (readonly [number, number])[];
  readonly y: readonly number[];
  readonly lr: number;
  readonly params0: readonly number[];
  /** Before each step; kept up to two entries past the first that is not finite. */
  readonly loss: readonly (number | string)[];
  readonly params: Readonly<Record<string, readonly (number | string)[]>>;
  readonly first_nonfinite_loss_at_step: number | null;
  readonly hessian_eigenvalues: readonly number[];
  readonly asymptotic_loss_ratio_per_step: number;
}

const file = new URL('../golden/divergence.json', import.meta.url);
const cases: readonly DivergenceCase[] = JSON.parse(readFileSync(file, 'utf8')).cases;

const trainingOf = (golden: DivergenceCase) =>
  createTraining({
    objective: linearObjective(golden),
    optimizer: optimizers.get('sgd'),
    settings: { learningRate: golden.lr },
    start: Float64Array.from(golden.params0),
    batches: null,
    targetLoss: 0,
  });

test('there are 12 cases, some of which diverge', () => {
  expect(cases).toHaveLength(12);
  expect(cases.filter((golden) => golden.first_nonfinite_loss_at_step !== null)).not.toEqual([]);
});

describe.each(cases)('$id', (golden) => {
  const end = golden.first_nonfinite_loss_at_step;

  test('parameters after 1, 5 and 20 steps', () => {
    const training = trainingOf(golden);
    for (const [step, expected] of Object.entries(golden.params)) {
      training.seek(Number(step));
      expect(training.iteration).toBe(Number(step));
      expect(relativeError(training.theta, expected.map(Number))).toBeLessThan(1e-9);
    }
  });

  test('the loss of every step, and the step at which it ends', () => {
    const training = trainingOf(golden);
    const steps = golden.loss.length - 1;
    // Rounding grows with every step of a diverging run, so each loss is held to its own size.
    for (let step = 0; step <= steps; step++) {
      training.step(step - training.iteration);
      if (training.status === 'diverged') break;
      const expected = Number(golden.loss[step]);
      if (Number.isFinite(expected)) {
        expect(Math.abs(training.loss - expected) / expected).toBeLessThan(1e-8);
      }
    }
    if (end === null) {
      expect(training.divergedAt).toBeNull();
      expect(training.iteration).toBe(steps);
    } else {
      expect(Math.abs((training.divergedAt ?? Infinity) - end)).toBeLessThanOrEqual(1);
    }
  });

  test('it diverges if its rate is above 2 / lambda max, and only then', () => {
    const { objective, start } = trainingOf(golden);
    const { maximumStableRate, eigenvalues } = curvature(objective, start);
    expect(golden.lr > maximumStableRate).toBe(end !== null);
    expect(relativeError(eigenvalues, golden.hessian_eigenvalues)).toBeLessThan(1e-12);
    if (end !== null) {
      const training = trainingOf(golden);
      training.step(60);
      const before = training.loss;
      training.step();
      const ratio = training.loss / before;
      expect(Math.abs(ratio / golden.asymptotic_loss_ratio_per_step - 1)).toBeLessThan(1e-6);
    }
  });
});

describe('after divergence', () => {
  const golden = cases.find((each) => each.first_nonfinite_loss_at_step !== null);
  if (!golden) throw new Error('no diverging case');

  test('the run stands at its last finite point, and takes no more steps', () => {
    const training = trainingOf(golden);
    training.step(100_000);
    const { iteration, loss, divergedAt, trajectory } = training;
    const theta = training.theta.slice();
    expect(training.status).toBe('diverged');
    expect(divergedAt).toBe(iteration + 1);
    expect(Number.isFinite(loss)).toBe(true);
    expect(training.objective.evaluate(theta)).toBe(loss);
    expect(trajectory.losses.slice(0, trajectory.count).every(Number.isFinite)).toBe(true);
    expect(trajectory.iterations[trajectory.count - 1]).toBe(iteration);
    training.step(5);
    expect(training.theta).toEqual(theta);
    expect([training.iteration, training.loss]).toEqual([iteration, loss]);
  });

  test('going back gives the finite run again', () => {
    const training = trainingOf(golden);
    training.step(20);
    const theta = training.theta.slice();
    const gradient = training.gradient.slice();
    training.step(100_000);
    training.seek(20);
    expect(training.status).toBe('running');
    expect(training.divergedAt).toBeNull();
    expect(training.theta).toEqual(theta);
    expect(training.gradient).toEqual(gradient);
  });
});
