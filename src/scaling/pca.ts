// PCA whitening: the principal components, each with variance 1.
import type { Scaling } from './scaling.ts';
import { fitWhitening } from './whitening.ts';

/** The larger component first, and variance with division by one row less, as in scikit-learn's `PCA(whiten=True)`. */
export const pca: Scaling = {
  id: 'pca',
  label: 'Whitened (PCA)',
  blurb:
    'Turns the inputs to the directions in which they vary independently and gives both spread 1: no correlation is left.',
  formula: 'diag(1 / sqrt(lambda)) * U^T * (x - mean)',
  fit: (inputs) => fitWhitening(inputs, { turnBack: false, freedom: 1 }),
};
