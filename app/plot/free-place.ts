// Where a note stands in a plot so that it covers nothing.
import { segmentsIn } from './clip.ts';
import { inside } from './plot-frame.ts';
import type { Box } from './plot-frame.ts';

/** The first of the places that lies in the area, on no line and on no other box; null if there is none. */
export function freePlace(
  places: readonly Box[],
  area: Box,
  lines: readonly (readonly (readonly [number, number])[])[],
  taken: readonly Box[],
): Box | null {
  const isFree = (place: Box) =>
    inside(place, area) &&
    !taken.some((box) => overlap(box, place)) &&
    !lines.some((points) => segmentsIn(points, place) > 0);
  return places.find(isFree) ?? null;
}

export function overlap(a: Box, b: Box): boolean {
  const across = a.left < b.left + b.width && b.left < a.left + a.width;
  return across && a.top < b.top + b.height && b.top < a.top + a.height;
}

export function boxAround(x: number, y: number, width: number, height: number): Box {
  return { left: x - width / 2, top: y - height / 2, width, height };
}

/** Places at the upper and the lower edge of an area: in the middle, then in the corners. */
export function edgePlaces(area: Box, width: number, height: number): Box[] {
  const middle = area.left + (area.width - width) / 2;
  const right = area.left + area.width - width;
  const bottom = area.top + area.height - height;
  return [area.top, bottom].flatMap((top) =>
    [middle, area.left, right].map((left) => ({ left, top, width, height })),
  );
}
