// Target from 0 to 1.
import { createTargetScaling } from './target-scaling.ts';

export const minmaxTarget = createTargetScaling({
  id: 'minmax',
  label: 'Target from 0 to 1',
  blurb: 'Stretches the target to fill 0 to 1, with its least value at 0.',
  formula: '(y - min) / (max - min)',
  map: ({ minimum, maximum, constant }) => ({
    origin: minimum,
    scale: constant ? 1 : maximum - minimum,
  }),
});
