// The data sets, in the order of their menu: made up for one lesson each, then real tables.
import { createRegistry } from '../registry.ts';
import type { Dataset } from './dataset.ts';
import { disc } from './disc.ts';
import { gaussians } from './gaussians.ts';
import { moons } from './moons.ts';
import { pixels } from './pixels.ts';
import { rings } from './rings.ts';
import { spiral } from './spiral.ts';
import { breastCancer } from './tables/breast-cancer.ts';
import { houses } from './tables/houses.ts';
import { iris } from './tables/iris.ts';
import { penguins } from './tables/penguins.ts';
import { wine } from './tables/wine.ts';
import { twoScales } from './two-scales.ts';
import { twoScalesClasses } from './two-scales-classes.ts';
import { twoScalesCurved } from './two-scales-curved.ts';
import { xor } from './xor.ts';

export const datasets = createRegistry<Dataset>('data set', [
  twoScales,
  twoScalesCurved,
  gaussians,
  pixels,
  twoScalesClasses,
  disc,
  rings,
  xor,
  moons,
  spiral,
  wine,
  breastCancer,
  penguins,
  iris,
  houses,
]);
