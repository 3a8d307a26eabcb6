// Standardized target: mean 0 and standard deviation 1.
import { createTargetScaling } from './target-scaling.ts';

export const standardTarget = createTargetScaling({
  id: 'standard',
  label: 'Standardized target',
  blurb: 'Gives the target mean 0 and standard deviation 1, so that a constant output has loss 1.',
  formula: '(y - mean) / std',
  map: ({ mean, residual, deviation, constant }) => ({
    origin: mean,
    remainder: residual,
    scale: constant ? 1 : deviation,
  }),
});
