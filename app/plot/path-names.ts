// The names of several lanes at the ends of their paths in one plot, each where it covers as little as can be.
import { boxAround, freePlace, overlap } from './free-place.ts';
import { inset } from './clip.ts';
import type { Pixel } from './path-geometry.ts';
import { inside } from './plot-frame.ts';
import type { Box } from './plot-frame.ts';

export interface NamedEnd {
  readonly width: number;
  readonly height: number;
  /** Where the path is now, or where it left the plot; null for nowhere. */
  readonly end: Pixel | null;
}

/** From the end of a path to the middle of a name beside it, in pixels beyond half the name. */
const distance = 12;

/**
 * @param lines that a name should not stand on
 * @param taken boxes that it must not cover
 * @returns a box for each, in the order given; null where a name has no place
 */
export function placePathNames(
  names: readonly NamedEnd[],
  frame: Box,
  lines: readonly (readonly Pixel[])[],
  taken: readonly Box[],
): (Box | null)[] {
  const area = inset(frame, 2);
  const placed: Box[] = [];
  return names.map(({ width, height, end }) => {
    if (!end) return null;
    const places = placesAround(end, width, height).map((place) => pushedInto(area, place));
    const full = [...taken, ...placed];
    // Rather on a line than nowhere: a path without a name is a riddle.
    const box =
      freePlace(places, area, lines, full) ??
      places.find((place) => inside(place, area) && !full.some((other) => overlap(other, place))) ??
      null;
    if (box) placed.push(box);
    return box;
  });
}

/** Beside, above and below, then at the corners, and all of these farther away. */
function placesAround([x, y]: Pixel, width: number, height: number): Box[] {
  return [1, 2, 3.5, 5, 7].flatMap((times) => {
    const across = width / 2 + distance * times;
    const upright = height / 2 + distance * times;
    const corners = [
      [across, 0],
      [-across, 0],
      [0, -upright],
      [0, upright],
      [across, -upright],
      [-across, -upright],
      [across, upright],
      [-across, upright],
    ] as const;
    return corners.map(([dx, dy]) => boxAround(x + dx, y + dy, width, height));
  });
}

/** A place that sticks out, moved to the edge; one that is too large for the area stays outside. */
function pushedInto(area: Box, { left, top, width, height }: Box): Box {
  return {
    left: Math.max(area.left, Math.min(left, area.left + area.width - width)),
    top: Math.max(area.top, Math.min(top, area.top + area.height - height)),
    width,
    height,
  };
}
