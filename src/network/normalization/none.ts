// No normalization: the network as it is.
import type { NormalizationKind } from './normalization.ts';

export const none: NormalizationKind = {
  id: 'none',
  label: 'None',
  blurb: 'Layers pass their sums on as they are.',
  formula: 'x',
  places: ['before', 'after', 'input'],
  overRows: false,
  createStage: null,
};
