// Training runs against PyTorch's, with somebody else evaluating the same objective all the while.
import { describe, expect, test } from 'vitest';
import { createTraining, optimizers, type Batches } from '../../src/index.ts';
import { goldenNetworks, goldenObjective, type GoldenNetwork } from '../network/golden-networks.ts';
import { relativeError } from '../network/relative-error.ts';

function batchesOf({ batches }: GoldenNetwork): Batches | null {
  if (!batches) return null;
  let k = 0;
  return {
    next: () => Int32Array.from(batches[k++]),
    reset: () => {
      k = 0;
    },
  };
}

describe.each(goldenNetworks)('$id', (golden) => {
  test.each(Object.keys(golden.optim))('%s', (id) => {
    const run = golden.optim[id];
    const objective = goldenObjective(golden);
    const training = createTraining({
      objective,
      optimizer: optimizers.get(id),
      settings: { learningRate: run.lr },
      start: Float64Array.from(golden.params0),
      batches: batchesOf(golden),
      targetLoss: 0,
    });
    const elsewhere = Float64Array.from(golden.params0, (value) => 3 * value + 1);
    const losses = [training.loss];
    for (let step = 1; step <= 50; step++) {
      objective.evaluate(elsewhere, new Float64Array(objective.size));
      objective.hessianVector(elsewhere, elsewhere, new Float64Array(objective.size));
      training.step();
      losses.push(training.loss);
      const expected = run.params[step];
      if (expected) expect(relativeError(training.theta, expected)).toBeLessThan(1e-9);
      const running = run.bn?.[step]?.bn_running;
      if (running) {
        const variance = running.flatMap((layer) => layer.var);
        const mean = running.flatMap((layer) => layer.mean);
        expect(relativeError(objective.running.variance, variance)).toBeLessThan(1e-8);
        expect(objective.running.mean).toHaveLength(mean.length);
        mean.forEach((value, unit) => {
          const size = Math.max(Math.abs(value), Math.sqrt(variance[unit]));
          expect(Math.abs(objective.running.mean[unit] - value) / size).toBeLessThan(1e-8);
        });
      }
    }
    expect(relativeError(losses, run.loss)).toBeLessThan(1e-8);
  });
});

describe('the target', () => {
  const training = (targetLoss: number) =>
    createTraining({
      objective: goldenObjective(goldenNetworks[0]),
      optimizer: optimizers.get('sgd'),
      settings: { learningRate: goldenNetworks[0].optim.sgd.lr },
      start: Float64Array.from(goldenNetworks[0].params0),
      batches: null,
      targetLoss,
    });

  test('the first step at or below it is kept, while training goes on', () => {
    const losses = goldenNetworks[0].optim.sgd.loss;
    const target = (losses[10] + losses[11]) / 2;
    const first = losses.findIndex((loss) => loss <= target);
    const run = training(target);
    run.step(first - 1);
    expect([run.status, run.stepsToTarget]).toEqual(['running', null]);
    run.step();
    expect([run.status, run.stepsToTarget]).toEqual(['converged', first]);
    run.step(20);
    expect([run.status, run.stepsToTarget, run.iteration]).toEqual([
      'converged',
      first,
      first + 20,
    ]);
    run.reset();
    expect([run.status, run.stepsToTarget, run.iteration]).toEqual(['running', null, 0]);
  });

  test('a start below it needs no step', () => {
    expect(training(Infinity).stepsToTarget).toBe(0);
  });
});
