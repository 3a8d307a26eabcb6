// Standardization: each column gets mean 0 and standard deviation 1.
import { createColumnScaling } from './column-map.ts';

export const standard = createColumnScaling({
  id: 'standard',
  label: 'Standardized',
  blurb: 'Gives each input mean 0 and standard deviation 1: the usual choice.',
  formula: '(x - mean) / std',
  column: ({ mean, residual, deviation, constant }) => ({
    origin: mean,
    remainder: residual,
    scale: constant ? 1 : deviation,
    offset: 0,
  }),
});
