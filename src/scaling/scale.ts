// Scaling alone: each column is divided by its standard deviation and keeps its offset.
import { createColumnScaling } from './column-map.ts';

export const scale = createColumnScaling({
  id: 'scale',
  label: 'Scaled to unit spread',
  blurb: 'Divides each input by its standard deviation and keeps its offset.',
  formula: 'x / std',
  column: ({ deviation, constant }) => ({ origin: 0, scale: constant ? 1 : deviation, offset: 0 }),
});
