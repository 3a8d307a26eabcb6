// Why a picture may show a bowl where the numbers beside it speak of a saddle: the way down is not in the slice.
import { planeDerivatives, project, type Experiment } from '../../src/index.ts';
import type { LaneView } from '../session/types.ts';

type Seen = Pick<
  LaneView,
  | 'curvature'
  | 'curvatureIteration'
  | 'drawn'
  | 'lane'
  | 'scaleInvariant'
  | 'surface'
  | 'surfaceIteration'
>;

/**
 * Reads a view now and then: what it says is found anew with every new curvature, and with the point.
 *
 * @param isTurn whether it may be found anew in this frame
 */
export function createSaddleNote(
  view: Seen,
  around: Experiment['around'],
  isTurn: () => boolean = () => true,
): () => string {
  let known = '';
  let of: LaneView['curvature'] = null;
  let wasThere = false;
  return () => {
    const { curvature, surface } = view;
    const isThere = around === 'live' || isAtPoint(view);
    if (!curvature || !surface || (curvature === of && isThere === wasThere)) return known;
    if (!isTurn()) return known;
    [of, wasThere] = [curvature, isThere];
    known = isThere ? noteOf(view) : '';
    return known;
  };
}

/** Whether a plane that does not follow the run goes through where the run stands, and the curvature is known there. */
function isAtPoint({ lane, surfaceIteration, curvatureIteration }: Seen): boolean {
  return surfaceIteration === lane.iteration && curvatureIteration === lane.iteration;
}

function noteOf(view: Seen): string {
  const { curvature, drawn, lane, surface } = view;
  if (!curvature || !surface || !(curvature.negative > 0)) return '';
  if (!showsSaddle(view)) return '';
  const { plane } = surface;
  const place = project(plane, drawn.place(lane.theta));
  const [uu, uv, vv] = planeDerivatives(drawn.objective, plane, ...place).hessian;
  if (!(uu > 0 && vv > 0 && uu * vv > uv * uv)) return '';
  return saddleWords(lane);
}

export const saddleWords = ({ objective }: Pick<LaneView['lane'], 'objective'>) =>
  `A bowl here, a saddle in all ${objective.size}.`;

/**
 * Whether a bowl may be seen where there is a saddle. Of another loss the picture's shape says nothing of it; one layer
 * has no saddle; and where rays are level there is no bowl.
 */
export const showsSaddle = ({
  drawn,
  lane,
  scaleInvariant,
}: Pick<LaneView, 'drawn' | 'lane' | 'scaleInvariant'>) =>
  !drawn.isFrozen && !scaleInvariant && lane.objective.spec.sizes.length > 2;
