// A descent path as line segments in the box, kept up point by point: what lies inside the window, and what does not.
import type { LaneView } from '../session/types.ts';
import { boxCoordinate, boxHeight, boxTop } from './box.ts';
import { createSegments, type Segments } from './segments.ts';

/** Points nearer than this to the last one drawn wait for the next: they are less than a pixel apart. */
const leastDistance = 0.004;
/** Points that lie as near as this to a straight line are one segment: half a pixel. */
const tolerance = 0.002;
/** But where the path fades each segment has one strength. */
const longest = 0.15;

export interface PathSegments {
  /** Inside the box: drawn in full. */
  readonly inside: Segments;
  /** Outside it, moved to the box's faces: drawn faintly. */
  readonly outside: Segments;
  /** The newest point in box coordinates, moved to the box's faces; valid if `drawn` is above 0. */
  readonly head: Float32Array;
  /** The first point, likewise. */
  readonly start: Float32Array;
  /** How many points the drawing has taken in. */
  readonly drawn: number;
  /** Takes in what the path has gained. `rebuild`: points, window or scale have changed, so all of it. */
  update(view: LaneView, rebuild: boolean): void;
}

const axes = [0, 1, 2] as const;
type Axis = (typeof axes)[number];

/** The box from -1 to 1 along both edges of its floor, and from the floor to its top. */
const leastOf = (axis: Axis) => (axis === 2 ? 0 : -1);
const mostOf = (axis: Axis) => (axis === 2 ? boxTop : 1);

const intoBox = (axis: Axis, value: number) =>
  Math.min(mostOf(axis), Math.max(leastOf(axis), value));

function distanceSquared(a: Float64Array, b: Float64Array): number {
  const dx = (a[0] ?? 0) - (b[0] ?? 0);
  const dy = (a[1] ?? 0) - (b[1] ?? 0);
  const dz = (a[2] ?? 0) - (b[2] ?? 0);
  return dx * dx + dy * dy + dz * dz;
}

/** A coordinate of the point at the fraction t of the way, exact at both ends. */
function between(from: Float64Array, to: Float64Array, axis: Axis, t: number): number {
  const start = from[axis] ?? 0;
  const end = to[axis] ?? 0;
  return t === 0 ? start : t === 1 ? end : start + t * (end - start);
}

export function createPathSegments(): PathSegments {
  const inside = createSegments(512);
  const outside = createSegments(32);
  const head = new Float32Array(3);
  const start = new Float32Array(3);
  // In box coordinates that are not clamped: where the last segment that stands ends, the direction in which the path went
  // on from there, the farthest point in it, and the newest point.
  const last = new Float64Array(3);
  const direction = new Float64Array(3);
  const farthest = new Float64Array(3);
  const next = new Float64Array(3);
  /** From `last` to `farthest`; 0 while no point is apart from `last`. */
  let reach = 0;
  // Segments past these counts are provisional.
  let committed = 0;
  let committedInside = 0;
  let committedOutside = 0;
  let drawn = 0;

  /** Puts the newest point into `out`, moved to the box's faces. */
  const clampTo = (out: Float32Array) => {
    for (const axis of axes) out[axis] = intoBox(axis, next[axis] ?? 0);
  };

  /** Whether the newest point lies ahead of the farthest one and as good as straight on. */
  const goesOn = () => {
    const squared = distanceSquared(last, next);
    const along = stepAlong();
    return (
      along >= reach &&
      squared <= longest * longest &&
      squared - along * along <= tolerance * tolerance
    );
  };
  const stepAlong = () => {
    let along = 0;
    for (const axis of axes)
      along += ((next[axis] ?? 0) - (last[axis] ?? 0)) * (direction[axis] ?? 0);
    return along;
  };

  /** The newest point stands: it ends the segment before it where the path turns off. */
  const take = () => {
    if (distanceSquared(reach > 0 ? farthest : last, next) < leastDistance * leastDistance) return;
    if (reach > 0 && !goesOn()) {
      pushSegment(last, farthest);
      last.set(farthest);
      reach = 0;
    }
    if (reach === 0) {
      const length = Math.sqrt(distanceSquared(last, next));
      for (const axis of axes) direction[axis] = ((next[axis] ?? 0) - (last[axis] ?? 0)) / length;
    }
    farthest.set(next);
    reach = stepAlong();
  };

  /** To the newest point, which a longer path may replace. */
  const pushTail = () => {
    if (reach === 0 || goesOn()) pushSegment(last, next);
    else {
      pushSegment(last, farthest);
      pushSegment(farthest, next);
    }
  };

  // Liang and Barsky (1984): the part of the segment inside the box, between two fractions of its length.
  const pushSegment = (from: Float64Array, to: Float64Array) => {
    if (distanceSquared(from, to) === 0) return;
    let enter = 0;
    let leave = 1;
    for (const axis of axes) {
      const origin = from[axis] ?? 0;
      const delta = (to[axis] ?? 0) - origin;
      const least = leastOf(axis);
      const most = mostOf(axis);
      if (delta === 0) {
        if (origin < least || origin > most) enter = 2;
        continue;
      }
      const first = ((delta > 0 ? least : most) - origin) / delta;
      const second = ((delta > 0 ? most : least) - origin) / delta;
      enter = Math.max(enter, first);
      leave = Math.min(leave, second);
    }
    if (enter > leave) {
      pushPart(outside, from, to, 0, 1);
      return;
    }
    if (enter > 0) pushPart(outside, from, to, 0, enter);
    pushPart(inside, from, to, enter, leave);
    if (leave < 1) pushPart(outside, from, to, leave, 1);
  };
  /** The part between two fractions of the length. What lies outside is moved to the box's faces. */
  const pushPart = (
    out: Segments,
    from: Float64Array,
    to: Float64Array,
    enter: number,
    leave: number,
  ) => {
    const at = (axis: Axis, t: number) => intoBox(axis, between(from, to, axis, t));
    out.push(at(0, enter), at(1, enter), at(2, enter), at(0, leave), at(1, leave), at(2, leave));
  };

  return {
    inside,
    outside,
    head,
    start,
    get drawn() {
      return drawn;
    },
    update({ path, window, scale }, rebuild) {
      if (rebuild || path.count <= committed) committed = committedInside = committedOutside = 0;
      if (committed === 0) reach = 0;
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
        drawn = k + 1;
        if (k === 0) {
          last.set(next);
          clampTo(start);
        }
        // A longer path may replace the newest point.
        if (k === count - 1) break;
        take();
        committed = k + 1;
      }
      if (drawn === 0) return;
      committedInside = inside.count;
      committedOutside = outside.count;
      pushTail();
      clampTo(head);
    },
  };
}
