// What of a path can be seen in a plot area, in pixels: cut at the edges and free of points too close to tell apart.
import type { PlanePath } from '../session/types.ts';
import { clampToBox, clipSegment } from './clip.ts';
import { at } from './numeric.ts';
import { contains } from './plot-frame.ts';
import type { Frame } from './plot-frame.ts';

export type Pixel = readonly [number, number];

export interface VisiblePath {
  /** The lines to draw; where the path leaves the area one ends, where it returns the next begins. */
  readonly pieces: readonly (readonly Pixel[])[];
  /** The first and the latest finite point, inside or not; null without any. */
  readonly start: Pixel | null;
  readonly latest: Pixel | null;
  /**
   * Where on the edge a path whose latest point lies outside is marked: where it left, or, if it has swung too far since for
   * that to be known, where it is nearest. Null while it is inside.
   */
  readonly exit: Pixel | null;
  /** What the path was going towards when it left there: an oscillating one may have come back since, and gone beyond. */
  readonly heading: Pixel | null;
}

/** Points nearer than this to the last one drawn are passed over, in pixels. */
const spacing = 0.6;
/** Beyond this many pixels where a step crosses the window is no longer known to a thousandth of one. */
const farthest = 1e7;

/**
 * Points that are not finite (a diverged run) end the path. A step between two points that are both too far away
 * to be placed is not drawn.
 *
 * @param first the point to begin with, for the latest part of a path only
 */
export function visiblePath(path: PlanePath, frame: Frame, first = 0): VisiblePath {
  const sight = startSight(frame, first);
  sight.follow(path);
  return sight.seen();
}

/** Sees one path in frame after frame, and looks only at the points that have come since the last. */
export function createPathSight(): (path: PlanePath, frame: Frame) => VisiblePath {
  let sight: Sight | null = null;
  let of: readonly unknown[] = [];
  return (path, frame) => {
    const { left, top, width, height, window } = frame;
    const now = [path, path.revision, left, top, width, height, ...window];
    const isSame = now.every((value, k) => value === of[k]);
    // Points that were taken back would still be seen.
    if (!sight || !isSame || path.count < sight.count) sight = startSight(frame, 0);
    of = now;
    sight.follow(path);
    return sight.seen();
  };
}

interface Sight {
  /** How many points of the path have been looked at. */
  readonly count: number;
  follow(path: PlanePath): void;
  seen(): VisiblePath;
}

function startSight(frame: Frame, first: number): Sight {
  /** Those that have come to their end; the last one may still grow. */
  const pieces: Pixel[][] = [];
  let piece: Pixel[] = [];
  let start: Pixel | null = null;
  let latest: Pixel | null = null;
  let edge: Pixel | null = null;
  let beyond: Pixel | null = null;
  /** The newest point, where it is too near to the one before to be kept once there is another. */
  let provisional: Pixel | null = null;
  let count = first;
  let isBroken = false;

  const finish = () => {
    if (piece.length > 1) pieces.push(piece);
    piece = [];
  };
  const look = (here: Pixel) => {
    const previous: Pixel | null = latest;
    latest = here;
    start ??= here;
    provisional = null;
    if (!previous) return;
    const [fromX, fromY] = nearer(previous, here);
    const [toX, toY] = nearer(here, previous);
    const lost = isFar(previous) && isFar(here);
    const part = lost ? null : clipSegment(fromX, fromY, toX, toY, frame);
    // Nobody knows any longer where it crossed an edge: what is known is on which side it is.
    if (lost) edge = beyond = null;
    if (!part) {
      finish();
      return;
    }
    const [from, to] = part;
    const along = (t: number): Pixel => [fromX + t * (toX - fromX), fromY + t * (toY - fromY)];
    if (from > 0) finish();
    if (piece.length === 0) piece.push(along(from));
    const end = along(to);
    const [lastX, lastY] = piece[piece.length - 1] ?? end;
    if (Math.hypot(end[0] - lastX, end[1] - lastY) >= spacing || to < 1) piece.push(end);
    else provisional = end;
    if (to < 1) {
      edge = end;
      beyond = [toX, toY];
      finish();
    }
  };
  return {
    get count() {
      return count;
    },
    follow(path) {
      for (; count < path.count && !isBroken; count++) {
        const here = pixelAt(path, frame, count);
        if (here) look(here);
        else isBroken = true;
      }
    },
    seen() {
      const open = provisional ? [...piece, provisional] : piece.slice();
      const outside = latest && !contains(frame, latest[0], latest[1]) ? latest : null;
      return {
        pieces: open.length > 1 ? [...pieces, open] : pieces.slice(),
        start,
        latest,
        exit: outside && (edge ?? clampToBox(outside[0], outside[1], frame)),
        heading: outside && (beyond ?? outside),
      };
    },
  };
}

/** The latest points inside the plot area, oldest first, of the last `limit` points of the path. */
export function latestPixels(path: PlanePath, frame: Frame, limit: number): Pixel[] {
  const pixels: Pixel[] = [];
  for (let k = Math.max(0, path.count - limit); k < path.count; k++) {
    const pixel = pixelAt(path, frame, k);
    if (pixel && contains(frame, pixel[0], pixel[1])) pixels.push(pixel);
  }
  return pixels;
}

function pixelAt(path: PlanePath, frame: Frame, index: number): Pixel | null {
  const x = frame.x(at(path.points, 3 * index));
  const y = frame.y(at(path.points, 3 * index + 1));
  return Number.isFinite(x) && Number.isFinite(y) ? [x, y] : null;
}

function isFar([x, y]: Pixel): boolean {
  return Math.max(Math.abs(x), Math.abs(y)) > farthest;
}

/** A point that is too far, moved towards the other end of its line until it can be computed with. */
function nearer(point: Pixel, other: Pixel): Pixel {
  if (!isFar(point)) return point;
  const [x, y] = other;
  const length = Math.hypot(point[0] - x, point[1] - y);
  const part = farthest / length;
  return [x + part * (point[0] - x), y + part * (point[1] - y)];
}
