// No scaling of the target: losses are in its own unit, squared.
import { createTargetScaling } from './target-scaling.ts';

export const noTargetScaling = createTargetScaling({
  id: 'none',
  label: 'Raw target',
  blurb: 'Leaves the target as it is, so that losses are in its own unit, squared.',
  formula: 'y',
  map: () => ({ origin: 0, scale: 1 }),
});
