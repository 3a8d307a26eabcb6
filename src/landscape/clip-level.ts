// Where a clipped surface is cut: high enough for the path, low enough for the valley.
import type { Surface } from './surface.ts';

/** The path's highest point stands at this part of the height that is left; above it the surface is still seen. */
const headroom = 1.25;
/** At least this part of the window is not cut, so that there is a surface when a run begins at its least loss. */
const leastShare = 0.25;
/** The share is measured on no more heights than this: it need not be exact. */
const mostMeasured = 2048;

/**
 * `least + 1.25 (highest - least)`, where `highest` is the greatest loss of the path's points in the window; or the lower
 * quartile of the surface's heights, if that is greater. Both the least loss and the path stay in sight, and how high the
 * walls around them are changes nothing.
 *
 * @param least the least loss of the window
 * @param highest the greatest finite loss of the path in the window; `least` or less, if it has none
 */
export function clipLevel(
  { heights }: Pick<Surface, 'heights'>,
  least: number,
  highest: number,
): number {
  const stride = Math.max(1, Math.floor(heights.length / mostMeasured));
  const measured = heights.filter((height, k) => k % stride === 0 && !Number.isNaN(height)).sort();
  const quartile = measured[Math.floor(leastShare * (measured.length - 1))] ?? least;
  return Math.max(least + headroom * (highest - least), quartile);
}
