// Which part of a slice is shown: windows with neat ends that hold what a reader should see.
import type { Objective } from '../objective.ts';
import type { Plane } from './plane.ts';
import { planeDerivatives } from './plane-derivatives.ts';

/** `[uMin, uMax, vMin, vMax]` in slice coordinates. */
export type Window = readonly [number, number, number, number];
/** Slice coordinates. */
export type PlanePoint = readonly [number, number];

/** A loss this many times that of the start is no excursion, and on its way out of any picture. */
export const headroom = 1000;
/** A minimum further from the starts than this many times their spread is left to an arrow at the window's edge. */
const reach = 3;
/** How much wider a window is than what it must hold. */
const margin = 1.5;
/** The same for a window fitted to a valley, on each side of its minimum. */
const fittedMargin = 1.25;
/** No window is narrower than this part of its distance from 0: rounding would blur the numbers along its edge. */
const narrowest = 1e-9;
/** A window that no longer holds the path grows by this factor, or a power of it. */
const growth = 1.5;

/**
 * One square window for all lanes, in equal units. It holds every start, and each minimum within three times the
 * starts' spread (their box, their distance from 0, or 1, whichever is most).
 *
 * @param starts one point a lane, at least one
 * @param minima one a lane; null where it is unknown
 */
export function equalWindow(
  starts: readonly PlanePoint[],
  minima: readonly (PlanePoint | null)[],
): Window {
  let [left, right, bottom, top] = boxOf(starts);
  const spread = Math.max(right - left, top - bottom, ...starts.flat().map(Math.abs), 1);
  const held = minima.filter(
    (point): point is PlanePoint =>
      point !== null &&
      Math.max(left - point[0], point[0] - right, bottom - point[1], point[1] - top) <=
        reach * spread,
  );
  [left, right, bottom, top] = boxOf([...starts, ...held]);
  const side = margin * Math.max(right - left, top - bottom, 1);
  return [
    ...neatInterval((left + right) / 2 - side / 2, side),
    ...neatInterval((bottom + top) / 2 - side / 2, side),
  ];
}

/**
 * One lane's own window, each axis in its own units. It is centred on the minimum and as wide along each axis as the
 * valley is, so that its rings look round however unequal the units are. Without a minimum: a box around the start.
 */
export function fittedWindow(
  objective: Objective,
  plane: Plane,
  start: PlanePoint,
  minimum: PlanePoint | null,
): Window {
  if (minimum === null) {
    const side = margin * Math.max(1, Math.abs(start[0]), Math.abs(start[1]));
    return [...neatInterval(start[0] - side / 2, side), ...neatInterval(start[1] - side / 2, side)];
  }
  // Where each axis alone reaches the level at which the start lies, by the quadratic at the minimum.
  const [uu, , vv] = planeDerivatives(objective, plane, minimum[0], minimum[1]).hessian;
  const level = Math.max(
    Math.abs(start[0] - minimum[0]) * Math.sqrt(uu),
    Math.abs(start[1] - minimum[1]) * Math.sqrt(vv),
  );
  const span = (width: number, axis: 0 | 1) =>
    2 *
    fittedMargin *
    Math.max(width, narrowest * Math.max(Math.abs(start[axis]), Math.abs(minimum[axis])));
  const spanU = span(level > 0 ? level / Math.sqrt(uu) : 1, 0);
  const spanV = span(level > 0 ? level / Math.sqrt(vv) : Math.sqrt(uu / vv), 1);
  return [
    ...neatInterval(minimum[0] - spanU / 2, spanU),
    ...neatInterval(minimum[1] - spanV / 2, spanV),
  ];
}

/**
 * A window around points, with a margin on every side.
 *
 * @param points at least one; those that are not finite are left out
 * @param options `isSquare`: as long along both axes; `least`: no side is shorter, in slice coordinates
 */
export function pathWindow(
  points: readonly PlanePoint[],
  { isSquare, least }: { readonly isSquare: boolean; readonly least: number },
): Window {
  const finite = points.filter((point) => point.every(Number.isFinite));
  const [left, right, bottom, top] = boxOf(finite.length > 0 ? finite : [[0, 0]]);
  const longest = Math.max(right - left, top - bottom);
  const side = (low: number, high: number) =>
    Math.max(
      margin * (isSquare ? longest : high - low),
      // A side without extent is given some of the other's, so that the picture has an inside.
      isSquare ? least : Math.min(least, 0.1 * longest || least),
      narrowest * Math.max(Math.abs(low), Math.abs(high)),
    );
  const across = side(left, right);
  const along = side(bottom, top);
  return [
    ...neatInterval((left + right) / 2 - across / 2, across),
    ...neatInterval((bottom + top) / 2 - along / 2, along),
  ];
}

/**
 * The window itself if it holds the point; otherwise a larger one of the same proportions that holds the window and,
 * off its edge, the point. A point that is not finite changes nothing.
 */
export function grownWindow(window: Window, point: PlanePoint): Window {
  const [left, right, bottom, top] = window;
  const [a, b] = point;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return window;
  if (a >= left && a <= right && b >= bottom && b <= top) return window;
  const width = right - left;
  const height = top - bottom;
  const needed = Math.max(
    (Math.max(right, a) - Math.min(left, a)) / width,
    (Math.max(top, b) - Math.min(bottom, b)) / height,
  );
  const factor = growth ** Math.max(1, Math.ceil(Math.log(needed * 1.05) / Math.log(growth)));
  return [
    ...neatInterval(growthStart(left, right, a, factor * width), factor * width),
    ...neatInterval(growthStart(bottom, top, b, factor * height), factor * height),
  ];
}

/** Where an axis begins after it has grown to `span`: away from the point's side, or evenly on both. */
function growthStart(low: number, high: number, value: number, span: number): number {
  if (value > high) return low;
  if (value < low) return high - span;
  return (low + high) / 2 - span / 2;
}

/** At least the interval from `low` over `span`, with ends on multiples of 1, 2 or 5 times a power of ten. */
function neatInterval(low: number, span: number): [number, number] {
  const exponent = Math.floor(Math.log10(span / 20));
  const ratio = span / 20 / 10 ** exponent;
  const mantissa = ratio > 5 ? 10 : ratio > 2 ? 5 : ratio > 1 ? 2 : 1;
  const step = mantissa * 10 ** exponent;
  const first = Math.floor(low / step + 1e-9);
  // The length depends on the span alone, so that a square stays a square wherever it lies.
  const length = Math.ceil(span / step - 1e-9) + 1;
  // Dividing by a power of ten, where it is one, gives 0.3 and not 0.30000000000000004.
  const at = (k: number) =>
    exponent < 0 ? (k * mantissa) / 10 ** -exponent : k * mantissa * 10 ** exponent;
  return [at(first), at(first + length)];
}

function boxOf(points: readonly PlanePoint[]): [number, number, number, number] {
  let box: [number, number, number, number] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [a, b] of points) {
    box = [Math.min(box[0], a), Math.max(box[1], a), Math.min(box[2], b), Math.max(box[3], b)];
  }
  return box;
}
