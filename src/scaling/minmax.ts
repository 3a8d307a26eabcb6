// Min-max scaling to [0, 1].
import { createColumnScaling } from './column-map.ts';

export const minmax = createColumnScaling({
  id: 'minmax',
  label: 'Min-max to [0, 1]',
  blurb:
    'Stretches each input to fill 0 to 1, which evens out scales but leaves every input positive.',
  formula: '(x - min) / (max - min)',
  column: ({ minimum, maximum, constant }) => ({
    origin: minimum,
    scale: constant ? 1 : maximum - minimum,
    offset: 0,
  }),
});
