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

interface Choice {
  /** Which of the curve's places it is. */
  readonly number: number;
  readonly place: Place;
  readonly box: Box;
  /** Where the curve ends. */
  readonly end: number;
  readonly price: number;
}

/** Places that cost no more than this, in covered lines, are good enough to stay in. */
const goodEnough = 1;

export interface CurveLabels {
  /**
   * Each curve's name beside, above, below, below towards the right, or farther above or below its end: all of them
   * together as they cover the fewest lines and each other not at all. With four curves that is a choice of 4096, so
   * names stay on the side of their curves where they were before, as long as that is good enough.
   *
   * @param curves points in pixels, none of them empty
   * @param widths of the names
   * @param levels heights of other horizontal lines
   */
  place(
    area: Box,
    curves: readonly (readonly Pixel[])[],
    widths: readonly number[],
    levels: readonly number[],
  ): Place[];
}

export function createCurveLabels(): CurveLabels {
  /** Which of its places each curve has. */
  let kept: readonly number[] = [];
  return {
    place(area, curves, widths, levels) {
      const lines = [...curves, ...levels.map((y) => levelLine(area, y))];
      const places = curves.map((points, k) => placesOf(area, points, widths[k] ?? 0));
      const choice = (k: number, number: number): Choice => {
        const place = places[k]?.[number] ?? { left: 0, middle: 0 };
        const end = curves[k]?.at(-1)?.[1] ?? area.top;
        const box = boxOf(place, widths[k] ?? 0);
        const away = nearness * Math.abs(place.middle - end);
        return { number, place, box, end, price: cost(box, area, lines, []) + away };
      };
      const before =
        kept.length === curves.length ? kept.map((number, k) => [choice(k, number)]) : [];
      let best = cheapestSet(before, []);
      if (before.length === 0 || best.price > goodEnough) {
        best = cheapestSet(
          places.map((all, k) => all.map((_, number) => choice(k, number))),
          [],
        );
        kept = best.chosen.map(({ number }) => number);
      }
      // Where even the best covers another, they move apart.
      const middles = spreadLabels(
        best.chosen.map(({ place }) => place.middle),
        labelGap,
        area.top + labelHeight / 2,
        area.top + area.height - labelHeight / 2,
      );
      return best.chosen.map(({ place }, k) => ({ left: place.left, middle: middles[k] ?? 0 }));
    },
  };
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

/** One choice for each curve, with the least sum of prices and overlaps; the first of several such sets. */
function cheapestSet(
  choices: readonly (readonly Choice[])[],
  before: readonly Choice[],
): { chosen: readonly Choice[]; price: number } {
  const options = choices[before.length];
  if (!options) return { chosen: before, price: 0 };
  let best: { chosen: readonly Choice[]; price: number } = { chosen: before, price: Infinity };
  for (const option of options) {
    const covered = before.filter(({ box }) => overlap(box, option.box)).length;
    const swapped = before.filter((other) => areSwapped(other, option)).length;
    const own = option.price + forbidden * covered + misleading * swapped;
    // Nothing that follows can make it cheaper.
    if (own >= best.price) continue;
    const rest = cheapestSet(choices, [...before, option]);
    const price = own + rest.price;
    if (price < best.price) best = { chosen: rest.chosen, price };
  }
  return best;
}

function areSwapped(a: Choice, b: Choice): boolean {
  return (a.end - b.end) * (a.place.middle - b.place.middle) < 0;
}

/**
 * The name of a horizontal line: above or below it, at its left end, its right end or between, clear of curves as far as
 * it goes, and of the labels already placed. Null where it would cover one of those.
 */
export function placeLevelLabel(
  area: Box,
  y: number,
  width: number,
  curves: readonly (readonly Pixel[])[],
  taken: readonly Box[],
): Place | null {
  const left = area.left + 5;
  const room = area.width - width - 9;
  const choices = [0, 1, 0.5, 0.25, 0.75].flatMap((part) =>
    [-9, 9].map((away) => ({ left: left + part * room, middle: y + away })),
  );
  const price = (place: Place) => cost(boxOf(place, width), area, curves, taken);
  const place = cheapest(choices, price);
  return price(place) < forbidden ? place : null;
}

/**
 * Where words stand above the area that say what is not drawn there: at its right end, at its left end or midway, clear of
 * the arrows of curves that leave. The right end, if nowhere is.
 *
 * @param exits where curves leave, from left to right
 */
export function placeCutNote(area: Box, width: number, exits: readonly number[]): number {
  const room = area.width - width;
  const places = [1, 0, 0.5].map((part) => area.left + part * room);
  const isFree = (left: number) => exits.every((x) => x < left - 9 || x > left + width + 9);
  return places.find(isFree) ?? area.left + room;
}

export function boxOf({ left, middle }: Place, width: number): Box {
  return { left, top: middle - labelHeight / 2, width, height: labelHeight };
}

/** The least y of a curve from `left` on, where it may be between two of its points. */
function highest(points: readonly Pixel[], left: number): number {
  return points.reduce((least, [x, y], k) => {
    const [fromX, fromY] = points[k - 1] ?? [x, y];
    if (x < left) return least;
    const entry = fromX < left ? fromY + ((left - fromX) / (x - fromX)) * (y - fromY) : y;
    return Math.min(least, y, entry);
  }, Infinity);
}

function levelLine(area: Box, y: number): Pixel[] {
  return [
    [area.left, y],
    [area.left + area.width, y],
  ];
}

function cost(
  box: Box,
  area: Box,
  lines: readonly (readonly Pixel[])[],
  taken: readonly Box[],
): number {
  const crossed = lines.reduce((sum, points) => sum + segmentsIn(points, box), 0);
  const covered = taken.filter((other) => overlap(box, other)).length;
  return crossed + forbidden * covered + (inside(box, area) ? 0 : outside);
}

/** The first of the places with the least cost. */
function cheapest(places: readonly Place[], price: (place: Place) => number): Place {
  const prices = places.map(price);
  return places[prices.indexOf(Math.min(...prices))] ?? { left: 0, middle: 0 };
}
