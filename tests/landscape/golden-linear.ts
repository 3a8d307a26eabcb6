// The linear-regression cases of the golden file, as objectives of this engine.
import { readFileSync } from 'node:fs';
import { createObjective, type NetworkObjective, type NetworkSpec } from '../../src/index.ts';

export interface LinearCase {
  readonly id: string;
  readonly X: readonly (readonly [number, number])[];
  readonly y: readonly number[];
  readonly optimum_w1_w2_b: readonly [number, number, number];
  readonly optimum_loss: number;
  readonly hessian: readonly (readonly number[])[];
  readonly hessian_eigenvalues: readonly number[];
  readonly condition_number: number;
  readonly lr_max_stable: number;
}

const file = new URL('../golden/linear.json', import.meta.url);
export const linearCases: readonly LinearCase[] = JSON.parse(readFileSync(file, 'utf8')).cases;

const oneNeuron: NetworkSpec = {
  sizes: [2, 1],
  activation: 'tanh',
  loss: 'mse',
  normalization: { kind: 'none', place: 'before' },
};

/** One neuron with squared error on these rows; its parameters are w1, w2 and b. */
export function linearObjective({ X, y }: Pick<LinearCase, 'X' | 'y'>): NetworkObjective {
  return createObjective(oneNeuron, {
    count: y.length,
    inputs: Float64Array.from(X.flat()),
    targets: Float64Array.from(y),
  });
}
