// The crosshair that all lanes share, with its numbers, and what a click there would do.
import { formatNumber } from '../../src/index.ts';
import type { LaneView } from '../session/types.ts';
import { clampToBox, inset } from './clip.ts';
import { crisp, drawTag, drawTagAt, tagSize } from './draw-text.ts';
import { boxAround, edgePlaces, freePlace } from './free-place.ts';
import type { Pixel } from './path-geometry.ts';
import { contains } from './plot-frame.ts';
import type { Box, Frame } from './plot-frame.ts';
import type { PlotTokens } from './plot-tokens.ts';
import { ofStep, surfaceHeight } from './read-surface.ts';
import { formatPosition } from './ticks.ts';

/**
 * What a click would do, from long to short.
 *
 * @param othersMove only the two weights of the axes start there: the loss under the crosshair is that of the others as
 *   they are now, and not of those that a click would start with
 */
export function clickHints(othersMove: boolean): readonly string[] {
  const hints = ['click: start all lanes here', 'click: start here'];
  const rest = ', the rest as at step 0';
  return othersMove ? [...hints, 'start here'].map((hint) => hint + rest).concat(hints) : hints;
}

/** What of a lane is read where the crosshair is. */
type ReadView = Pick<LaneView, 'surface' | 'adrift' | 'surfaceIteration'>;

/** Two hair lines with the parameters written on the axes, and the loss where they cross. */
export function drawCrosshair(
  context: CanvasRenderingContext2D,
  [u, v]: readonly [number, number],
  frame: Frame,
  view: ReadView,
  canvas: Box,
  tokens: PlotTokens,
): void {
  const x = frame.x(u);
  const y = frame.y(v);
  const { left, top, width, height } = frame;
  const onU = x >= left && x <= left + width;
  const onV = y >= top && y <= top + height;
  context.beginPath();
  if (onU) {
    context.moveTo(crisp(x - 0.5), top);
    context.lineTo(crisp(x - 0.5), top + height);
  }
  if (onV) {
    context.moveTo(left, crisp(y - 0.5));
    context.lineTo(left + width, crisp(y - 0.5));
  }
  context.strokeStyle = 'rgba(0, 0, 0, 0.35)';
  context.lineWidth = 2.5;
  context.stroke();
  context.strokeStyle = 'rgba(255, 255, 255, 0.95)';
  context.lineWidth = 1;
  context.stroke();

  const [uMin, uMax, vMin, vMax] = frame.window;
  context.font = tokens.numberFont;
  if (onU) {
    drawTag(context, formatPosition(u, uMax - uMin), x, top + height + 13, canvas, tokens, true);
  }
  if (onV) {
    const text = formatPosition(v, vMax - vMin);
    const half = tagSize(context, text).width / 2;
    drawTag(context, text, left - 4 - half, y, canvas, tokens, true);
  }
  const tag = crosshairTag(context, [u, v], frame, view, tokens);
  if (tag) drawTagAt(context, tag.text, tag.box, tokens);
}

/** The loss where the crosshair is, and where that is written; null where no loss is known. */
export function crosshairTag(
  context: CanvasRenderingContext2D,
  [u, v]: readonly [number, number],
  frame: Frame,
  view: ReadView,
  tokens: PlotTokens,
): { readonly text: string; readonly box: Box } | null {
  const x = frame.x(u);
  const y = frame.y(v);
  const { surface } = view;
  const loss = surface && contains(frame, x, y) ? surfaceHeight(surface, u, v) : null;
  if (loss === null) return null;
  const text = `loss ≈ ${formatNumber(loss)}${ofStep(view)}`;
  context.font = tokens.numberFont;
  const { width, height } = tagSize(context, text);
  const beside = x + width + 14 > frame.left + frame.width ? -1 : 1;
  const above = y - 24 < frame.top ? 1 : -1;
  const room = inset(frame, width / 2, height / 2);
  const middle = clampToBox(x + beside * (width / 2 + 8), y + above * 16, room);
  return { text, box: boxAround(...middle, width, height) };
}

export interface Hint {
  readonly text: string;
  readonly box: Box;
}

/** What a click would do, in words at the edge where they cover nothing; null where there is no such place. */
export function placeHint(
  context: CanvasRenderingContext2D,
  frame: Frame,
  hints: readonly string[],
  lines: readonly (readonly Pixel[])[],
  taken: readonly Box[],
  tokens: PlotTokens,
): Hint | null {
  context.font = tokens.wordFont;
  const area = inset(frame, 3);
  for (const text of hints) {
    const { width, height } = tagSize(context, text);
    const box = freePlace(edgePlaces(area, width, height), area, lines, taken);
    if (box) return { text, box };
  }
  return null;
}

export function drawHint(context: CanvasRenderingContext2D, hint: Hint, tokens: PlotTokens): void {
  context.font = tokens.wordFont;
  drawTagAt(context, hint.text, hint.box, tokens, tokens.inkSoft);
}
