// Min-max scaling to [−1, 1].
import { createColumnScaling } from './column-map.ts';

export const minmaxSymmetric = createColumnScaling({
  id: 'minmax-symmetric',
  label: 'Min-max to [−1, 1]',
  blurb: 'Stretches each input to fill −1 to 1, which also brings it near to centred.',
  formula: '2 * (x - min) / (max - min) - 1',
  column: ({ minimum, maximum, constant }) => ({
    origin: minimum,
    scale: (constant ? 1 : maximum - minimum) / 2,
    offset: -1,
  }),
});
