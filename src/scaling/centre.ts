// Centring: each column is moved to mean 0 and keeps its spread.
import { createColumnScaling } from './column-map.ts';

export const centre = createColumnScaling({
  id: 'centre',
  label: 'Centred',
  blurb:
    'Moves each input to mean 0 and keeps its spread, which undoes offsets but not unlike scales.',
  formula: 'x - mean',
  column: ({ mean, residual }) => ({ origin: mean, remainder: residual, scale: 1, offset: 0 }),
});
