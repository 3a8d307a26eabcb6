// Why a picture may show a bowl where the numbers beside it speak of a saddle: the way down is not in the slice.
import { planeDerivatives, project, type Experiment } from '../../src/index.ts';
import type { LaneView } from '../session/types.ts';

type Seen = Pick<LaneView, 'curvature' | 'curvatureIteration' | 'drawn' | 'lane' | 'surface'>;

/** Reads a view now and then: what it says is found anew with every new curvature. */
export function createSaddleNote(view: Seen, around: Experiment['around']): () => string {
  let known = '';
  let of: LaneView['curvature'] = null;
  return () => {
    const { curvature, surface } = view;
    if (!curvature || !surface || curvature === of) return known;
    of = curvature;
    known = noteOf(view, around);
    return known;
  };
}

function noteOf({ curvature, drawn, lane, surface }: Seen, around: Experiment['around']): string {
  // Of another loss, or of another point, the picture's shape says nothing of this saddle.
  if (!curvature || !surface || !(curvature.negative > 0)) return '';
  if (around !== 'live' || drawn.isFrozen) return '';
  const { plane } = surface;
  const place = project(plane, drawn.place(lane.theta));
  const [uu, uv, vv] = planeDerivatives(drawn.objective, plane, ...place).hessian;
  if (!(uu > 0 && vv > 0 && uu * vv > uv * uv)) return '';
  return `A bowl here, it is a saddle among all ${lane.objective.size} parameters.`;
}
