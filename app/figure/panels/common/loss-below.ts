// The loss of another lane's surface at a lane's current weights, exactly: what its path stands over.
import { project, unproject } from '../../../../src/index.ts';
import type { LaneView } from '../../../session/types.ts';

/** Null before there is a surface, and where the loss is not finite. */
export function lossBelow(under: LaneView, view: LaneView): number | null {
  if (!under.surface) return null;
  const { plane } = under.surface;
  const [a, b] = project(plane, view.drawn.place(view.lane.theta));
  const { objective } = under.drawn;
  const loss = objective.evaluate(unproject(plane, a, b, new Float64Array(objective.size)));
  return Number.isFinite(loss) ? loss : null;
}
