// Other windows of a slice: nearer, farther, moved.
import type { Window } from './plot-frame.ts';

/** Narrower or wider than this, in slice coordinates, no window is asked for. */
const narrowest = 1e-9;
const widest = 1e8;
/** Edges are rounded to this part of the window, so that a link stays short. */
const fineness = 2e-3;

/**
 * The window with spans `factor` times as long, around a point that stays where it is in the picture; the window itself
 * where that would be too narrow or too wide.
 */
export function zoomed(
  window: Window,
  factor: number,
  [u, v]: readonly [number, number] = [(window[0] + window[1]) / 2, (window[2] + window[3]) / 2],
): Window {
  const [left, right, bottom, top] = window;
  const spans = [(right - left) * factor, (top - bottom) * factor];
  if (spans.some((span) => !(span > narrowest && span < widest))) return window;
  return [
    u + (left - u) * factor,
    u + (right - u) * factor,
    v + (bottom - v) * factor,
    v + (top - v) * factor,
  ];
}

/** The window moved by so much along both axes. */
export function panned([left, right, bottom, top]: Window, du: number, dv: number): Window {
  return [left + du, right + du, bottom + dv, top + dv];
}

/** Edges with no more digits than a picture can show; both spans stay as they are relative to each other. */
export function rounded([left, right, bottom, top]: Window): Window {
  const step = 10 ** Math.floor(Math.log10(fineness * Math.max(right - left, top - bottom)));
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 0.5));
  const round = (value: number) =>
    digits > 0 ? Number(value.toFixed(Math.min(20, digits))) : Math.round(value / step) * step;
  const narrow = Math.min(right - left, top - bottom);
  // A side that is far shorter than the other would be rounded away.
  if (narrow < 20 * step) return [left, right, bottom, top];
  return [round(left), round(right), round(bottom), round(top)];
}
