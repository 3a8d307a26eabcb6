// What the sentences and tables of a plot say of one lane.
import type { FigureSession, LaneView, PlanePath } from '../session/types.ts';
import type { ContourFacts, LossFacts } from './describe.ts';
import { at } from './numeric.ts';

/** The latest point of a path that is finite. */
export function latestPoint(path: PlanePath): [number, number] | null {
  for (let k = path.count - 1; k >= 0; k--) {
    const u = at(path.points, 3 * k);
    const v = at(path.points, 3 * k + 1);
    if (Number.isFinite(u) && Number.isFinite(v)) return [u, v];
  }
  return null;
}

export function contourFacts(session: FigureSession, view: LaneView): ContourFacts {
  const { lane, path, surface, curvature, minimum, window, label } = view;
  const isSaddle = (curvature?.negative ?? 0) > 0;
  return {
    label,
    titles: surface?.plane.labels ?? ['first coordinate', 'second coordinate'],
    iteration: session.iteration,
    loss: lane.loss,
    position: latestPoint(path),
    minimum,
    window,
    weights: surface?.plane.origin.length ?? null,
    grid: surface && [surface.columns, surface.rows],
    conditionNumber:
      !curvature || isSaddle || Number.isNaN(curvature.conditionNumber)
        ? null
        : curvature.conditionNumber,
    isSaddle,
    status: lane.status,
  };
}

export function lossFacts(view: LaneView): LossFacts {
  const { lane, label } = view;
  const { count, losses } = lane.trajectory;
  return {
    label,
    first: count > 0 ? at(losses, 0) : null,
    last: count > 0 ? at(losses, count - 1) : null,
    status: lane.status,
    target: lane.targetLoss,
    reached: lane.stepsToTarget,
  };
}
