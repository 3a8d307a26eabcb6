// The scalings of the target, in the order of their menu.
import { createRegistry } from '../../registry.ts';
import { minmaxTarget } from './minmax.ts';
import { noTargetScaling } from './none.ts';
import { standardTarget } from './standard.ts';
import type { TargetScaling } from './target-scaling.ts';

export const targetScalings = createRegistry<TargetScaling>('target scaling', [
  noTargetScaling,
  standardTarget,
  minmaxTarget,
]);
