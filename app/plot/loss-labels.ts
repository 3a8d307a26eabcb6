// Where the names of curves and target lines stand in the loss plot, so that they cover little and never each other.
import { segmentsIn } from './clip.ts';
import { overlap } from './free-place.ts';
import { spreadLabels } from './label-layout.ts';
import type { Pixel } from './path-geometry.ts';
import { inside } from './plot-frame.ts';
import type { Box } from './plot-frame.ts';

/** Left end and middle of a label, in pixels. */
export interface Place {
  readonly left: number;
  readonly middle: number;
}

/** Height of a label, and the least distance between the middles of two. */
const labelHeight = 12;
const labelGap = 14;
/** More than any number of lines that a label can cover. */
const forbidden = 1e6;
/** Worse still: what covers another can be moved away, what is outside is cut off. */
const outside = 1e8;
/** The name of the upper curve below that of the lower one is worse than a few covered lines. */
const misleading = 3;
/** What a pixel between a label and the end of its curve costs: it only decides between places as free. */
const nearness = 1e-3;

/** What it costs that a line goes without its name: more than any that it could cross, and less than to cover another. */
const unnamed = 1e3;
/** A line's name close to a curve's reads as one with it: worse than its place, and better than to cross a line. */
const crowded = 0.4;
/** How close that is, in pixels. */
const [closeAcross, closeDown] = [24, 8];

interface Choice {
  /** Which of its places it is. */
  readonly number: number;
  /** Null for no name at all. */
  readonly place: Place | null;
  readonly box: Box;
  /** Where the curve ends; NaN for a line. */
  readonly end: number;
  readonly price: number;
}

/** Places that cost no more than this, in covered lines, are good enough to stay in. */
const goodEnough = 1;

/** A horizontal line across the plot with a name of its own. */
export interface Level {
  readonly y: number;
  /** Of the name. */
  readonly width: number;
}

export interface PlacedLabels {
  readonly curves: readonly Place[];
  /** Null where there is no room for a name. */
  readonly levels: readonly (Place | null)[];
}

export interface LossLabels {
  /**
   * Each curve's name beside, above, below, below towards the right, or farther above or below its end, and each line's
   * above or below it: all of them together as they cover the fewest lines and each other not at all. With four curves
   * that is a choice of 4096 and more, so names stay on the side of their curves where they were before, as long as that
   * is good enough.
   *
   * @param curves points in pixels, none of them empty
   * @param widths of the curves' names
   * @param marks what else is not to be covered
   */
  place(
    area: Box,
    curves: readonly (readonly Pixel[])[],
    widths: readonly number[],
    levels: readonly Level[],
    marks?: readonly (readonly Pixel[])[],
  ): PlacedLabels;
}

export function createLossLabels(): LossLabels {
  /** Which of its places each name has. */
  let kept: readonly number[] = [];
  return {
    place(area, curves, widths, levels, marks = []) {
      const lines = [...curves, ...marks, ...levels.map(({ y }) => levelLine(area, y))];
      // What a place covers is counted for those that are asked for only: mostly one each.
      const cheapest = (only: readonly number[]) =>
        cheapestSet(
          [
            ...curves.map((points, k) =>
              curveChoices(area, points, widths[k] ?? 0, lines, only[k]),
            ),
            ...levels.map((level, k) => levelChoices(area, level, curves, only[curves.length + k])),
          ],
          [],
        );
      const isKnown = kept.length === curves.length + levels.length;
      let best = isKnown ? cheapest(kept) : null;
      if (!best || best.price > goodEnough) {
        best = cheapest([]);
        kept = best.chosen.map(({ number }) => number);
      }
      const places = best.chosen.map(({ place }) => place);
      const named = places.slice(0, curves.length).map((place) => place ?? { left: 0, middle: 0 });
      // Where even the best covers another, they move apart.
      const middles = spreadLabels(
        named.map(({ middle }) => middle),
        labelGap,
        area.top + labelHeight / 2,
        area.top + area.height - labelHeight / 2,
      );
      return {
        curves: named.map(({ left }, k) => ({ left, middle: middles[k] ?? 0 })),
        levels: places.slice(curves.length),
      };
    },
  };
}

/** @param only the number of the one choice that is wanted; all of them without */
function curveChoices(
  area: Box,
  points: readonly Pixel[],
  width: number,
  lines: readonly (readonly Pixel[])[],
  only?: number,
): Choice[] {
  const end = points.at(-1)?.[1] ?? area.top;
  return numbered(placesOf(area, points, width), only).map(([number, place]) => {
    const box = boxOf(place, width);
    const away = nearness * Math.abs(place.middle - end);
    return { number, place, box, end, price: cost(box, area, lines) + away };
  });
}

/**
 * Above or below the line, at its left end, its right end or between, clear of curves as far as it goes; or nowhere.
 *
 * @param only the number of the one choice that is wanted; all of them without
 */
function levelChoices(
  area: Box,
  { y, width }: Level,
  curves: readonly (readonly Pixel[])[],
  only?: number,
): Choice[] {
  const room = area.width - width - 9;
  const places = [0, 1, 0.5, 0.25, 0.75].flatMap((part) =>
    [-9, 9].map((away) => ({ left: area.left + 5 + part * room, middle: y + away })),
  );
  const nowhere = { left: area.left, top: area.top, width: 0, height: 0 };
  return numbered([...places, null], only).map(([number, place]) => {
    const box = place ? boxOf(place, width) : nowhere;
    const price = place ? cost(box, area, curves) : unnamed;
    return { number, place, box, end: Number.NaN, price };
  });
}

/** The places with their numbers, or one of them alone. */
function numbered<T>(places: readonly T[], only?: number): [number, T][] {
  const all = places.map((place, number): [number, T] => [number, place]);
  return only === undefined ? all : all.slice(only, only + 1);
}

/** Where the name of a curve may stand, the places that are liked best first. */
function placesOf(area: Box, points: readonly Pixel[], width: number): Place[] {
  const lowest = area.top + area.height - labelHeight / 2 - 1;
  const [x, y] = points[points.length - 1] ?? [area.left, area.top];
  const left = Math.max(area.left + 6, x - 4 - width);
  return [
    { left: x + 8, middle: Math.min(lowest, Math.max(area.top + labelHeight / 2, y)) },
    { left, middle: y - 10 },
    { left, middle: y + 10 },
    { left: Math.min(x + 8, area.left + area.width - width), middle: y + 12 },
    { left: Math.min(x + 8, area.left + area.width - width), middle: y + 21 },
    { left, middle: y + 24 },
    { left, middle: y - 24 },
    { left, middle: highest(points, left) - 9 },
  ];
}

/**
 * One choice for each name, with the least sum of prices and overlaps; the first of several such sets. Price Infinity where
 * none costs less than `budget`.
 */
function cheapestSet(
  choices: readonly (readonly Choice[])[],
  before: readonly Choice[],
  budget = Infinity,
): { chosen: readonly Choice[]; price: number } {
  const options = choices[before.length];
  if (!options) return { chosen: before, price: 0 };
  // What follows costs this much at least: with four curves that close together there are a hundred thousand sets.
  const rest = choices
    .slice(before.length + 1)
    .reduce((sum, later) => sum + Math.min(...later.map(({ price }) => price)), 0);
  let best: { chosen: readonly Choice[]; price: number } = { chosen: before, price: Infinity };
  for (const option of options) {
    const left = Math.min(budget, best.price) - rest;
    if (option.price >= left) continue;
    const covered = before.filter(({ box }) => overlap(box, option.box)).length;
    const swapped = before.filter((other) => areSwapped(other, option)).length;
    const close = before.filter((other) => areCrowded(other, option)).length;
    const own = option.price + forbidden * covered + misleading * swapped + crowded * close;
    if (own >= left) continue;
    const later = cheapestSet(choices, [...before, option], left + rest - own);
    const price = own + later.price;
    if (price < best.price) best = { chosen: later.chosen, price };
  }
  return best;
}

function areSwapped(a: Choice, b: Choice): boolean {
  return (a.end - b.end) * (middleOf(a) - middleOf(b)) < 0;
}

const middleOf = ({ place }: Choice) => place?.middle ?? Number.NaN;

/** Whether a line's name and another are so close that they read as one. */
function areCrowded(a: Choice, b: Choice): boolean {
  if (!a.place || !b.place || !(Number.isNaN(a.end) || Number.isNaN(b.end))) return false;
  const { left, top, width, height } = a.box;
  return overlap(b.box, {
    ...{ left: left - closeAcross, width: width + 2 * closeAcross },
    ...{ top: top - closeDown, height: height + 2 * closeDown },
  });
}

export function boxOf({ left, middle }: Place, width: number): Box {
  return { left, top: middle - labelHeight / 2, width, height: labelHeight };
}

/** The least y of a curve from `left` on, where it may be between two of its points. */
function highest(points: readonly Pixel[], left: number): number {
  let least = Infinity;
  let from = points[0];
  for (const to of points) {
    if (to[0] >= left) {
      least = Math.min(least, to[1]);
      if (from && from[0] < left) {
        const part = (left - from[0]) / (to[0] - from[0]);
        least = Math.min(least, from[1] + part * (to[1] - from[1]));
      }
    }
    from = to;
  }
  return least;
}

function levelLine(area: Box, y: number): Pixel[] {
  return [
    [area.left, y],
    [area.left + area.width, y],
  ];
}

function cost(box: Box, area: Box, lines: readonly (readonly Pixel[])[]): number {
  const crossed = lines.reduce((sum, points) => sum + segmentsIn(points, box), 0);
  return crossed + (inside(box, area) ? 0 : outside);
}
