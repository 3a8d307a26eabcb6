// A descent path as line segments in the box, kept up point by point: what lies inside the window, and what does not.
import type { LaneView } from '../session/types.ts';
import { boxCoordinate, boxHeight, boxTop } from './box.ts';
import { createSegments, type Segments } from './segments.ts';

/** Points nearer than this to the last one drawn wait for the next: they are less than a pixel apart. */
const leastDistance = 0.004;

export interface PathSegments {
  /** Inside the box: drawn in full. */
  readonly inside: Segments;
  /** Outside it, moved to the box's faces: drawn faintly. */
  readonly outside: Segments;
  /** The newest point in box coordinates, moved to the box's faces; valid if `drawn` is above 0. */
  readonly head: Float32Array;
  /** The first point, likewise. */
  readonly start: Float32Array;
  readonly headInside: boolean;
  /** How many points the drawing has taken in. */
  readonly drawn: number;
  /** Takes in what the path has gained. `rebuild`: points, window or scale have changed, so all of it. */
  update(view: LaneView, rebuild: boolean): void;
}

const axes = [0, 1, 2] as const;

const clamp = (value: number, least: number, most: number) =>
  value < least ? least : value > most ? most : value;

function distanceSquared(a: Float64Array, b: Float64Array): number {
  const dx = (a[0] ?? 0) - (b[0] ?? 0);
  const dy = (a[1] ?? 0) - (b[1] ?? 0);
  const dz = (a[2] ?? 0) - (b[2] ?? 0);
  return dx * dx + dy * dy + dz * dz;
}

export function createPathSegments(): PathSegments {
  const inside = createSegments(512);
  const outside = createSegments(32);
  const head = new Float32Array(3);
  const start = new Float32Array(3);
  let headInside = true;
  // The last committed point, in box coordinates that are not clamped; segments past these counts are provisional.
  const last = new Float64Array(3);
  const next = new Float64Array(3);
  let committed = 0;
  let committedInside = 0;
  let committedOutside = 0;
  let drawn = 0;

  const pushOutside = (from: number, to: number) => {
    const [x, y, z] = [at(0, from), at(1, from), at(2, from)];
    const [u, v, w] = [at(0, to), at(1, to), at(2, to)];
    outside.push(
      clamp(x, -1, 1),
      clamp(y, -1, 1),
      clamp(z, 0, boxTop),
      clamp(u, -1, 1),
      clamp(v, -1, 1),
      clamp(w, 0, boxTop),
    );
  };
  // The point at the fraction t of the way from `last` to `next`, exact at both ends.
  const at = (axis: 0 | 1 | 2, t: number) =>
    t === 0
      ? (last[axis] ?? 0)
      : t === 1
        ? (next[axis] ?? 0)
        : (last[axis] ?? 0) + t * ((next[axis] ?? 0) - (last[axis] ?? 0));

  // Liang and Barsky (1984): the part of the segment inside the box, between two fractions of its length.
  const pushSegment = () => {
    let enter = 0;
    let leave = 1;
    for (const axis of axes) {
      const from = at(axis, 0);
      const delta = at(axis, 1) - from;
      const least = axis === 2 ? -Infinity : -1;
      const most = axis === 2 ? boxTop : 1;
      if (delta === 0) {
        if (from < least || from > most) enter = 2;
        continue;
      }
      const first = ((delta > 0 ? least : most) - from) / delta;
      const second = ((delta > 0 ? most : least) - from) / delta;
      enter = Math.max(enter, first);
      leave = Math.min(leave, second);
    }
    if (enter > leave) {
      pushOutside(0, 1);
      return;
    }
    if (enter > 0) pushOutside(0, enter);
    inside.push(at(0, enter), at(1, enter), at(2, enter), at(0, leave), at(1, leave), at(2, leave));
    if (leave < 1) pushOutside(leave, 1);
  };

  return {
    inside,
    outside,
    head,
    start,
    get headInside() {
      return headInside;
    },
    get drawn() {
      return drawn;
    },
    update({ path, window, scale }, rebuild) {
      if (rebuild || path.count <= committed) committed = committedInside = committedOutside = 0;
      inside.cut(committedInside);
      outside.cut(committedOutside);
      drawn = committed;
      if (!scale) return;
      const { points, count } = path;
      const [uMin, uMax, vMin, vMax] = window;
      for (let k = committed; k < count; k++) {
        const x = boxCoordinate(points[3 * k] ?? NaN, uMin, uMax);
        const y = boxCoordinate(points[3 * k + 1] ?? NaN, vMin, vMax);
        const z = boxHeight * Math.max(0, scale.height(points[3 * k + 2] ?? NaN));
        // A diverged run is drawn up to its last finite point.
        if (!Number.isFinite(x + y + z)) break;
        next[0] = x;
        next[1] = y;
        next[2] = z;
        const first = k === 0;
        const newest = k === count - 1;
        const isApart = !first && distanceSquared(last, next) >= leastDistance * leastDistance;
        if (!first && (newest || isApart)) pushSegment();
        drawn = k + 1;
        head[0] = clamp(x, -1, 1);
        head[1] = clamp(y, -1, 1);
        head[2] = clamp(z, 0, boxTop);
        headInside = x === head[0] && y === head[1] && z <= boxTop;
        if (first) start.set(head);
        // The newest point stays provisional: a longer path may replace it.
        if (newest || !(first || isApart)) continue;
        last.set(next);
        committed = k + 1;
        committedInside = inside.count;
        committedOutside = outside.count;
      }
    },
  };
}
