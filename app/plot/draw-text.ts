// Words and numbers on a canvas that stay legible over colours and lines.
import { clampToBox, inset } from './clip.ts';
import type { Box } from './plot-frame.ts';
import type { PlotTokens } from './plot-tokens.ts';

const padding = 4;
const lineHeight = 16;

/** Text on a small ground of paper, its middle as near to (x, y) as fits into `bounds`; with a rim where it stands on paper. */
export function drawTag(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  bounds: Box,
  tokens: PlotTokens,
  rim = false,
): void {
  const { width, height } = tagSize(context, text);
  const [middleX, middleY] = clampToBox(x, y, inset(bounds, width / 2, height / 2));
  const left = Math.round(middleX - width / 2);
  const top = Math.round(middleY - height / 2);
  drawTagAt(context, text, { left, top, width, height }, tokens);
  if (!rim) return;
  context.strokeStyle = tokens.ruleStrong;
  context.lineWidth = 1;
  context.strokeRect(left + 0.5, top + 0.5, width - 1, height - 1);
}

/** The same in a place of `tagSize` that has been chosen. */
export function drawTagAt(
  context: CanvasRenderingContext2D,
  text: string,
  place: Box,
  tokens: PlotTokens,
  ink = tokens.ink,
): void {
  const { width, height } = place;
  const [left, top] = [Math.round(place.left), Math.round(place.top)];
  context.fillStyle = tokens.paper;
  context.globalAlpha = 0.92;
  context.beginPath();
  context.roundRect(left, top, width, height, 2);
  context.fill();
  context.globalAlpha = 1;
  context.fillStyle = ink;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillText(text, left + padding, top + height / 2 + 0.5);
}

/** What `drawTag` will take, in the font that is set. */
export function tagSize(
  context: CanvasRenderingContext2D,
  text: string,
): { width: number; height: number } {
  return { width: Math.ceil(context.measureText(text).width) + 2 * padding, height: lineHeight };
}

/** Text with a rim of paper around its letters, for labels beside lines. */
export function drawHaloed(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  color: string,
  tokens: PlotTokens,
): void {
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = tokens.paper;
  context.strokeText(text, x, y);
  context.fillStyle = color;
  context.fillText(text, x, y);
}

/** The middle of a device pixel: where a line one pixel wide is sharp. */
export function crisp(position: number): number {
  return Math.round(position) + 0.5;
}
