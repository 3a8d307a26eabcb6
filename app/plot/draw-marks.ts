// Marks over the iso-bands that are no path: the minimum, near or far, and the crosshair.
import type { Surface } from '../../src/index.ts';
import { formatNumber } from '../number-format.ts';
import { edgeTowards, inset } from './clip.ts';
import { crisp, drawTag, tagSize } from './draw-text.ts';
import { contains } from './plot-frame.ts';
import type { Box, Frame } from './plot-frame.ts';
import type { PlotTokens } from './plot-tokens.ts';
import { surfaceHeight } from './read-surface.ts';
import { formatPosition } from './ticks.ts';

const light = '#ffffff';
const dark = 'rgba(0, 0, 0, 0.75)';

/** A filled head whose tip is at (x, y), pointing along the unit vector. */
export function drawArrowHead(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  alongX: number,
  alongY: number,
  length: number,
  fill: string,
  rim: string,
): void {
  const half = 0.5 * length;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x - length * alongX - half * alongY, y - length * alongY + half * alongX);
  context.lineTo(x - length * alongX + half * alongY, y - length * alongY - half * alongX);
  context.closePath();
  context.lineJoin = 'round';
  context.strokeStyle = rim;
  context.lineWidth = 3;
  context.stroke();
  context.fillStyle = fill;
  context.fill();
}

/**
 * The minimum as a small cross; outside the window, an arrow at the edge that points to it and says how far it is.
 *
 * @param from where the distance is measured from, in slice coordinates
 */
export function drawMinimum(
  context: CanvasRenderingContext2D,
  minimum: readonly [number, number],
  from: readonly [number, number],
  frame: Frame,
  tokens: PlotTokens,
): void {
  const x = frame.x(minimum[0]);
  const y = frame.y(minimum[1]);
  if (!Number.isFinite(x) || !Number.isFinite(y)) return;
  if (contains(frame, x, y)) {
    drawPlus(context, x, y);
    return;
  }
  const [tipX, tipY] = edgeTowards(x, y, inset(frame, 3));
  const distance = Math.hypot(x - tipX, y - tipY);
  const [alongX, alongY] = [(x - tipX) / distance, (y - tipY) / distance];
  const [tailX, tailY] = [tipX - 16 * alongX, tipY - 16 * alongY];
  for (const [color, width] of [
    [dark, 3.5],
    [light, 1.75],
  ] as const) {
    context.beginPath();
    context.moveTo(tailX, tailY);
    context.lineTo(tipX - 6 * alongX, tipY - 6 * alongY);
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke();
  }
  drawArrowHead(context, tipX, tipY, alongX, alongY, 8, light, dark);

  const away = Math.hypot(minimum[0] - from[0], minimum[1] - from[1]);
  const text = `minimum ${formatNumber(away, 2)} away`;
  context.font = tokens.wordFont;
  const { width, height } = tagSize(context, text);
  const reach = 4 + Math.abs(alongX) * (width / 2) + Math.abs(alongY) * (height / 2);
  drawTag(context, text, tailX - reach * alongX, tailY - reach * alongY, inset(frame, 3), tokens);
}

function drawPlus(context: CanvasRenderingContext2D, x: number, y: number): void {
  for (const [color, width, arm] of [
    [dark, 3.5, 6],
    [light, 1.5, 5],
  ] as const) {
    context.beginPath();
    context.moveTo(x - arm, y);
    context.lineTo(x + arm, y);
    context.moveTo(x, y - arm);
    context.lineTo(x, y + arm);
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke();
  }
}

/** Two hair lines with the parameters written on the axes, and the loss where they cross. */
export function drawCrosshair(
  context: CanvasRenderingContext2D,
  [u, v]: readonly [number, number],
  frame: Frame,
  surface: Surface | null,
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
  const loss = onU && onV && surface ? surfaceHeight(surface, u, v) : null;
  if (loss === null) return;
  const text = `loss ≈ ${formatNumber(loss)}`;
  const half = tagSize(context, text).width / 2;
  const side = x + 2 * half + 14 > left + width ? -1 : 1;
  const level = y - 24 < top ? 1 : -1;
  drawTag(context, text, x + side * (half + 8), y + level * 16, frame, tokens);
}
