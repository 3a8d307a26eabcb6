// The normalizations a network can have inside.
import { createRegistry } from '../../registry.ts';
import { batch } from './batch.ts';
import { layer } from './layer.ts';
import { none } from './none.ts';
import type { NormalizationKind } from './normalization.ts';

export const normalizations = createRegistry<NormalizationKind>('normalization', [
  none,
  batch,
  layer,
]);
