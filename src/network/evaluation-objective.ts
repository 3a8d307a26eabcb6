// A network in evaluation mode as an objective: batch norm with given statistics instead of those of the rows.
import type { Objective } from '../objective.ts';
import { createSurfaceKernel } from './kernels.ts';
import type { NetworkObjective } from './network-objective.ts';
import { createRoundedSweeps } from './rounded/rounded-sweeps.ts';
import type { Statistics } from './stage.ts';
import { createSweeps } from './sweeps.ts';

/**
 * The mean loss as a trained network would have it, over the same samples and parameters and in the same precision.
 * The statistics are held constant, so gradient and Hessian are those of a network whose batch norm is a straight
 * line: not what training descends on, but what is left once training is over. Without batch norm it is the objective
 * itself, to the bit.
 *
 * @param statistics read anew at every evaluation; those that the objective's training moves, unless given
 * @throws {RangeError} if there are not as many statistics as units that batch norm measures
 */
export function createEvaluationObjective(
  { size, names, spec, layout, samples, running, precision }: NetworkObjective,
  statistics: Statistics = running,
): Objective & Pick<NetworkObjective, 'kernelNote'> {
  for (const { length } of [statistics.mean, statistics.variance]) {
    if (length !== layout.normalizedUnits) {
      throw new RangeError(
        `wrong statistics length: ${length} (this network has ${layout.normalizedUnits})`,
      );
    }
  }
  const sweeps =
    precision === 'float64'
      ? createSweeps(spec, layout, samples)
      : createRoundedSweeps(spec, layout, samples, precision);
  const kernel = createSurfaceKernel({
    ...{ spec, layout, samples, precision, statistics },
    outputs(theta) {
      const count = sweeps.forward(theta, statistics, true);
      return sweeps.output.value.slice(0, count);
    },
    evaluate: (theta) => sweeps.evaluate(theta, statistics, true),
  });
  return {
    size,
    names,
    evaluate: (theta, gradient, rows) => sweeps.evaluate(theta, statistics, true, gradient, rows),
    evaluatePlane: kernel.evaluatePlane,
    get kernelNote() {
      return kernel.note;
    },
    hessianVector: (theta, v, out) => sweeps.hessianVector(theta, v, statistics, true, out),
  };
}
