// Where a plot's window lies on its canvas, and the way between parameter units and pixels.

/** `[uMin, uMax, vMin, vMax]` in parameter units. */
export type Window = readonly [number, number, number, number];

/** Room around the plot area for ticks and titles, in CSS pixels. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A rectangle in CSS pixels, y growing downwards. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Frame extends Box {
  readonly window: Window;
  /** Pixel of a first coordinate. */
  x(u: number): number;
  /** Pixel of a second coordinate: larger values are higher up. */
  y(v: number): number;
  /** First coordinate at a pixel. */
  u(x: number): number;
  /** Second coordinate at a pixel. */
  v(y: number): number;
}

/** Below this many pixels nothing readable fits. */
const smallestSide = 24;

/**
 * The largest plot area that leaves the margins free. With `equal` one unit has the same length in pixels along
 * both axes, and the area, then often smaller than its room, stands at the top, midway between its margins.
 *
 * @returns null where nothing can be drawn: too little room, or an empty or infinite window
 */
export function fitFrame(
  width: number,
  height: number,
  margins: Margins,
  window: Window,
  equal: boolean,
): Frame | null {
  const [uMin, uMax, vMin, vMax] = window;
  const uSpan = uMax - uMin;
  const vSpan = vMax - vMin;
  if (!(uSpan > 0 && vSpan > 0 && uSpan < Infinity && vSpan < Infinity)) return null;
  const roomWide = Math.floor(width - margins.left - margins.right);
  const roomHigh = Math.floor(height - margins.top - margins.bottom);
  const unit = Math.min(roomWide / uSpan, roomHigh / vSpan);
  const wide = equal ? Math.round(unit * uSpan) : roomWide;
  const high = equal ? Math.round(unit * vSpan) : roomHigh;
  if (wide < smallestSide || high < smallestSide) return null;
  const left = margins.left + Math.floor((roomWide - wide) / 2);
  const { top } = margins;
  return {
    left,
    top,
    width: wide,
    height: high,
    window,
    x(u) {
      return left + ((u - uMin) / uSpan) * wide;
    },
    y(v) {
      return top + ((vMax - v) / vSpan) * high;
    },
    u(x) {
      return uMin + ((x - left) / wide) * uSpan;
    },
    v(y) {
      return vMax - ((y - top) / high) * vSpan;
    },
  };
}

/** Whether a pixel lies in the box, its edges included. */
export function contains(box: Box, x: number, y: number): boolean {
  return x >= box.left && x <= box.left + box.width && y >= box.top && y <= box.top + box.height;
}

/** Whether a box lies wholly in another. */
export function inside(inner: Box, outer: Box): boolean {
  return (
    contains(outer, inner.left, inner.top) &&
    contains(outer, inner.left + inner.width, inner.top + inner.height)
  );
}
