// The losses with every operation rounded; formulas as in losses.ts.
import { exp } from '../../math/elementary/exp.ts';
import { log1p } from '../../math/elementary/log.ts';
import type { Round } from '../../math/rounding.ts';
import type { Loss } from '../losses.ts';
import type { NetworkSpec } from '../spec.ts';
import { sum } from './rounded-stage.ts';

type RoundedLoss = Pick<Loss, 'mean' | 'derivative'>;

/** The number of rows is rounded, too: float16 counts to 2048 exactly, and to 5000 in fours. */
function meanOf(count: number, round: Round, term: (r: number) => number): number {
  return round(sum(count, round, term) / round(count));
}

const squaredError = (round: Round): RoundedLoss => ({
  mean: (outputs, targets, count) =>
    meanOf(count, round, (r) => {
      const error = round(outputs[r] - targets[r]);
      return round(error * error);
    }),
  derivative(outputs, targets, count, derivative) {
    for (let r = 0; r < count; r++) {
      derivative[r] = round(round(2 * round(outputs[r] - targets[r])) / round(count));
    }
  },
});

const crossEntropy = (round: Round): RoundedLoss => ({
  mean: (outputs, targets, count) =>
    meanOf(count, round, (r) => {
      const o = outputs[r];
      const straight = round(Math.max(o, 0) - round(o * targets[r]));
      return round(straight + round(log1p(round(exp(-Math.abs(o))))));
    }),
  derivative(outputs, targets, count, derivative) {
    for (let r = 0; r < count; r++) {
      const y = targets[r];
      const e = round(exp(-Math.abs(outputs[r])));
      const near = round(1 / round(1 + e));
      const far = round(e / round(1 + e));
      const [above, below] = outputs[r] < 0 ? [far, near] : [near, far];
      derivative[r] = round(round(round(round(1 - y) * above) - round(y * below)) / round(count));
    }
  },
});

export const roundedLosses: Record<NetworkSpec['loss'], (round: Round) => RoundedLoss> = {
  mse: squaredError,
  bce: crossEntropy,
};
