// ZCA whitening: as PCA whitening, but turned back, so that each input stays as near to itself as can be.
import type { Scaling } from './scaling.ts';
import { fitWhitening } from './whitening.ts';

/** Bell and Sejnowski (1997). Variance with division by the number of rows, as for standardizing. */
export const zca: Scaling = {
  id: 'zca',
  label: 'Whitened (ZCA)',
  blurb:
    'Removes the correlation and gives both inputs spread 1, while each stays as near to itself as can be.',
  formula: 'U * diag(1 / sqrt(lambda)) * U^T * (x - mean)',
  fit: (inputs) => fitWhitening(inputs, { turnBack: true, freedom: 0 }),
};
