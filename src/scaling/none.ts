// No scaling: the network sees the inputs as they are.
import { createColumnScaling } from './column-map.ts';

export const none = createColumnScaling({
  id: 'none',
  label: 'Raw',
  blurb: 'Leaves the inputs as they are: what every scaling is compared with.',
  formula: 'x',
  column: () => ({ origin: 0, scale: 1, offset: 0 }),
});
