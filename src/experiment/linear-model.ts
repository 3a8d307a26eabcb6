// The Hessian of one neuron with squared error, from its inputs alone: twice their moments.
import { symmetricEigenpairs } from '../math/symmetric-eigenpairs.ts';

export interface LinearModel {
  /** How many times more the loss curves along its steepest direction than along its flattest: weights and bias. NaN on overflow. */
  readonly conditionNumber: number;
  /** Second derivatives by the two weights. */
  readonly alongWeights: readonly [number, number];
}

/**
 * How the squared error of one neuron with a bias curves, wherever it stands.
 *
 * @param inputs count x 2, row major; at least one row
 */
export function linearModel(inputs: Float64Array): LinearModel {
  const rows = inputs.length / 2;
  const hessian = new Float64Array(9);
  for (let row = 0; row < rows; row++) {
    const point = [inputs[2 * row], inputs[2 * row + 1], 1];
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) {
        hessian[3 * i + j] += (2 * point[i] * point[j]) / rows;
      }
    }
  }
  const alongWeights = [hessian[0], hessian[4]] as const;
  // Its other entries are no larger than these.
  if (!Number.isFinite(alongWeights[0] + alongWeights[1])) {
    return { conditionNumber: NaN, alongWeights };
  }
  const { values } = symmetricEigenpairs(hessian, 3);
  return {
    conditionNumber: values[0] > 0 ? values[2] / values[0] : Infinity,
    alongWeights,
  };
}
