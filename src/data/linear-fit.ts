// The best that a linear model can do on some samples: the yardstick for data without a target loss of their own.
import { exp } from '../math/elementary/exp.ts';
import { log1p } from '../math/elementary/log.ts';
import type { Samples } from '../samples.ts';

/** Loss of one row as a function of the model's output, with its first and second derivative. */
type RowLoss = (output: number, target: number) => readonly [number, number, number];

const rowLosses: Readonly<Record<'mse' | 'bce', RowLoss>> = {
  mse(output, target) {
    const error = output - target;
    return [error * error, 2 * error, 2];
  },
  bce(logit, target) {
    const small = exp(-Math.abs(logit));
    const probability = logit >= 0 ? 1 / (1 + small) : small / (1 + small);
    const loss = Math.max(logit, 0) - logit * target + log1p(small);
    return [loss, probability - target, small / ((1 + small) * (1 + small))];
  },
};

/** Below this, two classes count as separated by a line: the best loss is 0, approached but never reached. */
const separated = 1e-9;

/**
 * The best linear fit's mean loss plus 5 % of the best constant's.
 * @throws {RangeError} for cross-entropy on targets outside 0 to 1, where the loss has no lower bound
 */
export function linearTargetLoss(samples: Samples, loss: 'mse' | 'bce'): number {
  const linear = smallestLoss(standardizedInputs(samples), samples.targets, loss);
  const constant = smallestLoss(new Float64Array(2 * samples.count), samples.targets, loss);
  return linear + 0.05 * constant;
}

/**
 * Damped Newton on `w1 x1 + w2 x2 + b`; one step is the exact least-squares fit.
 * @param inputs count x 2, row major; of mean 0 and spread 1, or 0 throughout
 */
function smallestLoss(inputs: Float64Array, targets: Float64Array, loss: 'mse' | 'bce'): number {
  if (loss === 'bce') targets.forEach(checkProbability);
  const rowLoss = rowLosses[loss];
  const count = targets.length;
  const evaluate = (theta: readonly number[]) => {
    let total = 0;
    const gradient = [0, 0, 0];
    const hessian = new Float64Array(9);
    for (let row = 0; row < count; row++) {
      const features = [inputs[2 * row], inputs[2 * row + 1], 1];
      const output = features[0] * theta[0] + features[1] * theta[1] + theta[2];
      const [value, slope, curvature] = rowLoss(output, targets[row]);
      total += value / count;
      for (let i = 0; i < 3; i++) {
        gradient[i] += (slope * features[i]) / count;
        for (let j = 0; j < 3; j++) {
          hessian[3 * i + j] += (curvature * features[i] * features[j]) / count;
        }
      }
    }
    return { total, gradient, hessian };
  };

  let theta = [0, 0, 0];
  let current = evaluate(theta);
  for (let iteration = 0; iteration < 100 && current.total > separated; iteration++) {
    // A trace of ridge keeps the system solvable for a constant column; it bends the step, not the minimum.
    const [h00, , , , h11, , , , h22] = current.hessian;
    const step = solvePositive(current.hessian, 1e-12 * (h00 + h11 + h22), current.gradient);
    const promised = step.reduce((sum, value, i) => sum + value * current.gradient[i], 0);
    if (!(promised > 1e-15 * current.total)) break;
    // Far from the minimum a full step of Newton may overshoot: halve it until the loss falls.
    for (let rate = 1; ; rate /= 2) {
      if (rate < 1e-6) return current.total;
      const candidate = theta.map((value, i) => value - rate * step[i]);
      const next = evaluate(candidate);
      if (next.total < current.total) {
        theta = candidate;
        current = next;
        break;
      }
    }
  }
  return current.total;
}

/**
 * Elimination of `(matrix + ridge) x = right`, which needs no pivots where the matrix is positive definite.
 * @param matrix 3 x 3, symmetric
 */
function solvePositive(matrix: Float64Array, ridge: number, right: readonly number[]): number[] {
  const rows = right.map((value, i) => [...matrix.subarray(3 * i, 3 * i + 3), value]);
  rows.forEach((row, i) => (row[i] += ridge));
  for (let pivot = 0; pivot < 3; pivot++) {
    for (let i = pivot + 1; i < 3; i++) {
      const factor = rows[i][pivot] / rows[pivot][pivot];
      for (let j = pivot; j < 4; j++) rows[i][j] -= factor * rows[pivot][j];
    }
  }
  const solution = [0, 0, 0];
  for (let i = 2; i >= 0; i--) {
    const known = solution.reduce((sum, value, j) => (j > i ? sum + rows[i][j] * value : sum), 0);
    solution[i] = (rows[i][3] - known) / rows[i][i];
  }
  return solution;
}

/** The inputs at mean 0 and spread 1, so that the fit is well conditioned; a constant column becomes 0. */
function standardizedInputs({ count, inputs }: Samples): Float64Array {
  const standardized = new Float64Array(2 * count);
  for (let column = 0; column < 2; column++) {
    const origin = inputs[column];
    let mean = 0;
    for (let row = 0; row < count; row++) mean += (inputs[2 * row + column] - origin) / count;
    let variance = 0;
    for (let row = 0; row < count; row++) {
      const distance = inputs[2 * row + column] - origin - mean;
      variance += (distance * distance) / count;
    }
    if (variance === 0) continue;
    const spread = Math.sqrt(variance);
    for (let row = 0; row < count; row++) {
      standardized[2 * row + column] = (inputs[2 * row + column] - origin - mean) / spread;
    }
  }
  return standardized;
}

function checkProbability(target: number, row: number) {
  if (!(target >= 0 && target <= 1)) {
    throw new RangeError(
      `unbounded loss: cross-entropy of target ${target} (row ${row + 1}; targets lie from 0 to 1)`,
    );
  }
}
