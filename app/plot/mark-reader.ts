// The marks at a lane's current point, computed anew when it has moved and no more often than a frame can afford.
import { project } from '../../src/index.ts';
import type { LaneView } from '../session/types.ts';
import { gradientStep } from './gradient-step.ts';
import { pointMarks, type PointMarks } from './point-marks.ts';

/** Around the point, and where a step down the gradient would lead from it, in slice coordinates. */
export interface LaneMarks extends PointMarks {
  readonly next: readonly [number, number] | null;
}

/** Marks may take this part of the time. */
const share = 0.1;

export function createMarkReader(
  clock = () => performance.now(),
): (view: LaneView) => LaneMarks | null {
  let marks: LaneMarks | null = null;
  let key: readonly unknown[] = [];
  let nextAt = Number.NEGATIVE_INFINITY;
  return (view) => {
    const { lane, drawn, frame, surface } = view;
    const now = [lane.iteration, frame, lane.trajectory.revision, surface === null];
    if (now.every((value, k) => value === key[k])) return marks;
    // Of old marks none is better than some at a point where the lane no longer stands.
    marks = null;
    const started = clock();
    if (started < nextAt || !surface || lane.status === 'diverged') return marks;
    key = now;
    const here = drawn.place(lane.theta);
    const plane = { ...surface.plane, origin: here, u: frame.u, v: frame.v };
    const found = pointMarks(drawn.objective, plane, [0, 0]);
    const point = project({ origin: frame.anchor, u: frame.u, v: frame.v }, here);
    marks = found && { ...found, point, next: gradientStep(view) };
    const took = clock() - started;
    nextAt = took > 1 ? started + took / share : started;
    return marks;
  };
}
