// The least loss of the plane: a cross where it is, or an arrow at the edge that points to it.
import { edgeTowards, inset } from './clip.ts';
import { drawArrowHead } from './draw-arrow.ts';
import { drawTagAt, tagSize } from './draw-text.ts';
import { boxAround, freePlace } from './free-place.ts';
import { arrowLength, minimumNotes, notePlaces } from './minimum-note.ts';
import { contains } from './plot-frame.ts';
import type { Box, Frame } from './plot-frame.ts';
import type { Pixel } from './path-geometry.ts';
import type { PlotTokens } from './plot-tokens.ts';

const light = '#ffffff';
const dark = 'rgba(0, 0, 0, 0.75)';

export interface MinimumSurroundings {
  /** Where the distance is measured from, in slice coordinates; null for none. */
  readonly from: readonly [number, number] | null;
  readonly exact: boolean;
  /** Lines that the note must not stand on, and boxes that it must not cover. */
  readonly lines: readonly (readonly Pixel[])[];
  readonly taken: readonly Box[];
}

/** Where the mark of a minimum stands; null where it cannot be placed. */
interface Mark {
  readonly box: Box;
  /** Of the arrow to a minimum outside the window: its tip, and its direction, of length 1. */
  readonly arrow: { readonly tip: Pixel; readonly along: Pixel } | null;
}

export function minimumMark(minimum: readonly [number, number], frame: Frame): Mark | null {
  const x = frame.x(minimum[0]);
  const y = frame.y(minimum[1]);
  if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
  if (contains(frame, x, y)) return { box: boxAround(x, y, 14, 14), arrow: null };
  const tip = edgeTowards(x, y, inset(frame, 3));
  const distance = Math.hypot(x - tip[0], y - tip[1]);
  const along: Pixel = [(x - tip[0]) / distance, (y - tip[1]) / distance];
  const box = boxAround(
    tip[0] - (arrowLength / 2) * along[0],
    tip[1] - (arrowLength / 2) * along[1],
    8 + arrowLength * Math.abs(along[0]),
    8 + arrowLength * Math.abs(along[1]),
  );
  return { box, arrow: { tip, along } };
}

export function drawMinimum(
  context: CanvasRenderingContext2D,
  minimum: readonly [number, number],
  frame: Frame,
  { from, exact, lines, taken }: MinimumSurroundings,
  tokens: PlotTokens,
): void {
  const mark = minimumMark(minimum, frame);
  if (!mark) return;
  if (!mark.arrow) {
    drawCross(context, frame.x(minimum[0]), frame.y(minimum[1]));
    return;
  }
  const { tip, along } = mark.arrow;
  drawArrow(context, tip, along);
  const away = from && Math.hypot(minimum[0] - from[0], minimum[1] - from[1]);
  const area = inset(frame, 3);
  context.font = tokens.wordFont;
  for (const note of minimumNotes(away, exact, ...along)) {
    const { width, height } = tagSize(context, note);
    const places = notePlaces(area, tip, along, width, height);
    const place = freePlace(places, area, lines, [...taken, mark.box]);
    if (!place) continue;
    drawTagAt(context, note, place, tokens);
    return;
  }
}

/** To a minimum outside the window. */
export function drawArrow(
  context: CanvasRenderingContext2D,
  [tipX, tipY]: Pixel,
  [alongX, alongY]: Pixel,
): void {
  for (const [color, width] of [
    [dark, 3.5],
    [light, 1.75],
  ] as const) {
    context.beginPath();
    context.moveTo(tipX - arrowLength * alongX, tipY - arrowLength * alongY);
    context.lineTo(tipX - 6 * alongX, tipY - 6 * alongY);
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke();
  }
  drawArrowHead(context, tipX, tipY, alongX, alongY, 8, light, dark);
}

/** The same cross as on the mesh. */
export function drawCross(context: CanvasRenderingContext2D, x: number, y: number): void {
  for (const [color, width, arm] of [
    [dark, 4.4, 4.6],
    [light, 1.8, 3.8],
  ] as const) {
    context.beginPath();
    context.moveTo(x - arm, y - arm);
    context.lineTo(x + arm, y + arm);
    context.moveTo(x - arm, y + arm);
    context.lineTo(x + arm, y - arm);
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke();
  }
}
