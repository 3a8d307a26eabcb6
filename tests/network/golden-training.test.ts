// Every reference network trained for 50 steps with every optimizer: parameters, losses and running statistics.
import { describe, expect, it } from 'vitest';
import { createEvaluationObjective } from '../../src/network/evaluation-objective.ts';
import { optimizers } from '../../src/optimizers/index.ts';
import { goldenNetworks, goldenObjective } from './golden-networks.ts';
import { relativeError } from './relative-error.ts';

const steps = 50;

describe.each(goldenNetworks)('$id $arch.activation $arch.bn $arch.loss', (golden) => {
  it.each(Object.keys(golden.optim))('follows the reference run of %s', (id) => {
    const run = golden.optim[id];
    const optimizer = optimizers.get(id);
    const objective = goldenObjective(golden);
    const theta = Float64Array.from(golden.params0);
    const gradient = new Float64Array(objective.size);
    const memory = new Float64Array(optimizer.slots * objective.size);
    const curve = [objective.evaluate(theta)];
    const stepLosses: number[] = [];
    const [first, second] = golden.slices.two_weights.indices;
    const path = [theta[first], theta[second]];

    for (let step = 1; step <= steps; step++) {
      const rows = golden.batches ? Int32Array.from(golden.batches[step - 1]) : undefined;
      stepLosses.push(objective.evaluate(theta, gradient, rows));
      objective.moveRunning(objective.lastStatistics);
      optimizer.step(theta, gradient, memory, step, { learningRate: run.lr });
      curve.push(objective.evaluate(theta));
      path.push(theta[first], theta[second]);

      const expected = run.params[step];
      if (!expected) continue;
      expect(relativeError(theta, expected)).toBeLessThan(1e-9);
      const evaluation = run.bn?.[step];
      if (!evaluation) continue;
      const variance = evaluation.bn_running.flatMap((layer) => layer.var);
      const mean = evaluation.bn_running.flatMap((layer) => layer.mean);
      expect(relativeError(objective.running.variance, variance)).toBeLessThan(1e-8);
      expect(objective.running.mean).toHaveLength(mean.length);
      mean.forEach((value, unit) => {
        const size = Math.max(Math.abs(value), Math.sqrt(variance[unit]));
        expect(Math.abs(objective.running.mean[unit] - value) / size).toBeLessThan(1e-8);
      });
      const outputs = objective.outputs(theta, 'running');
      expect(relativeError(outputs.slice(0, 4), evaluation.eval_output_first4)).toBeLessThan(1e-8);
      const evaluationLosses = [
        objective.evaluationLoss(theta),
        createEvaluationObjective(objective).evaluate(theta),
      ];
      for (const loss of evaluationLosses) {
        expect(relativeError([loss], [evaluation.eval_loss])).toBeLessThan(1e-8);
      }
    }
    expect(relativeError(curve, run.loss)).toBeLessThan(1e-8);
    expect(relativeError(path, run.path.flat())).toBeLessThan(1e-9);
    if (run.step_loss) expect(relativeError(stepLosses, run.step_loss)).toBeLessThan(1e-8);
  });
});
