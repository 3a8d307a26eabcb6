// What the picture of a plane leaves out of a lane's run, measured when it is asked for: once for each surface and step.
import {
  project,
  residual,
  unproject,
  type DrawnLoss,
  type Lane,
  type Plane,
  type Statistics,
  type Surface,
} from '../../src/index.ts';
import { measureGaps } from './path-gaps.ts';
import { sameNumbers } from './same-numbers.ts';
import type { LaneView, PathGaps, PlanePath } from './types.ts';

/** The start of a path that has gone far from the plane is still seen. */
const faintest = 0.3;

export interface DrawnPlane {
  readonly plane: Plane;
  /** What batch norm normalizes with, where that is given; null for those of the rows. */
  readonly statistics: Statistics | null;
  readonly iteration: number;
}

export interface LaneMeasuresOptions {
  readonly lane: Lane;
  readonly drawn: DrawnLoss;
  readonly path: PlanePath;
  readonly planeNow: () => DrawnPlane;
  readonly surface: () => Surface | null;
  readonly surfaceVersion: () => number;
}

/** In every frame: to spread a direction into arguments takes far longer than to square it. */
function lengthOf(direction: Float64Array): number {
  let sum = 0;
  for (const part of direction) sum += part * part;
  return Math.sqrt(sum);
}

/** Computes a value anew when one of its numbers is another. */
function createMemo<Value>(): (of: readonly number[], compute: () => Value) => Value {
  let known: { readonly value: Value; readonly of: readonly number[] } | null = null;
  return (of, compute) => {
    if (!known || !sameNumbers(of, known.of)) known = { value: compute(), of };
    return known.value;
  };
}

/** As the fields of a lane's view of these names, for planes that leave something out. */
export function createLaneMeasures(
  options: LaneMeasuresOptions,
): Pick<LaneView, 'gaps' | 'gap' | 'startStrength'> {
  const { lane, drawn, path, planeNow, surface, surfaceVersion } = options;
  const gaps = createMemo<PathGaps>();
  const gap = createMemo<number | null>();
  const strength = createMemo<number>();

  const measureGap = () => {
    const { plane, statistics: given } = planeNow();
    if (given) drawn.hold(given);
    const [a, b] = project(plane, drawn.place(lane.theta));
    const below = unproject(plane, a, b, new Float64Array(drawn.objective.size));
    const difference = lane.loss - drawn.objective.evaluate(below);
    return Number.isFinite(difference) ? difference : null;
  };

  const measureStrength = () => {
    const { plane } = planeNow();
    const [left, right, bottom, top] = plane.extent;
    const reach = Math.hypot(
      (right - left) * lengthOf(plane.u),
      (top - bottom) * lengthOf(plane.v),
    );
    const part = residual(plane, drawn.place(lane.start)) / (reach / 2);
    return Number.isFinite(part) ? 1 - (1 - faintest) * Math.min(1, part) : 1;
  };

  return {
    get gaps() {
      const { place } = drawn;
      return gaps([surfaceVersion(), path.count, path.revision, lane.iteration], () =>
        measureGaps({
          ...{ trajectory: lane.trajectory, path, place },
          ...{ plane: planeNow().plane, surface: surface() },
        }),
      );
    },
    get gap() {
      return gap([surfaceVersion(), lane.iteration], measureGap);
    },
    get startStrength() {
      return strength([surfaceVersion(), lane.iteration], measureStrength);
    },
  };
}
