// The slice along the two directions in which the loss curves most.
import { extremeEigenpairs } from '../curvature-extremes.ts';
import type { Slice } from './slice.ts';
import { spanning } from './spanning.ts';

export const hessian: Slice = {
  id: 'hessian',
  label: 'Most curved (Hessian)',
  blurb:
    'Along the two eigenvectors of the Hessian with the largest eigenvalues: the directions in which the loss curves most, by λ.',
  follows: 'centre',
  frame({ objective, centre, lanes, index }) {
    const pairs = extremeEigenpairs(objective, centre, 2)?.largest ?? [];
    const { u, v, found } = spanning(
      pairs.map(({ vector }) => vector),
      objective.size,
    );
    const label = (k: number) =>
      k < found
        ? `eigenvector ${k + 1} (λ ${Number(pairs[k].value.toPrecision(3))})`
        : `direction ${k + 1}`;
    return {
      ...{ anchor: lanes[index].start, u, v, labels: [label(0), label(1)] },
      explained: null,
      problem:
        found === 2 ? null : 'The curvature is not finite here, so these are the first parameters.',
    };
  },
};
