// The input scalings, in the order of their menu.
import { createRegistry } from '../registry.ts';
import { centre } from './centre.ts';
import { constant } from './constant.ts';
import { maxabs } from './maxabs.ts';
import { minmax } from './minmax.ts';
import { minmaxSymmetric } from './minmax-symmetric.ts';
import { none } from './none.ts';
import { pca } from './pca.ts';
import { robust } from './robust.ts';
import { scale } from './scale.ts';
import type { Scaling } from './scaling.ts';
import { standard } from './standard.ts';
import { zca } from './zca.ts';

export const scalings = createRegistry<Scaling>('input scaling', [
  none,
  centre,
  scale,
  standard,
  minmax,
  minmaxSymmetric,
  maxabs,
  constant,
  robust,
  pca,
  zca,
]);
