// The data sets, in the order of their menu: made up for one lesson each, then real tables.
import { createRegistry } from '../registry.ts';
import type { Dataset } from './dataset.ts';
import { wine } from './tables/wine.ts';
import { twoScales } from './two-scales.ts';
import { twoScalesClasses } from './two-scales-classes.ts';
import { twoScalesCurved } from './two-scales-curved.ts';

export const datasets = createRegistry<Dataset>('data set', [
  twoScales,
  twoScalesCurved,
  twoScalesClasses,
  wine,
]);
