// The frame of a plot area with ticks, numbers and titles, and how much room they need.
import { crisp } from './draw-text.ts';
import type { Frame, Margins } from './plot-frame.ts';
import type { PlotTokens } from './plot-tokens.ts';
import { axisTicks } from './ticks.ts';

/** A canvas narrower than this, in pixels, has its vertical title above the plot, where it takes no width. */
const narrow = 240;

/**
 * Room for numbers and titles. On the left the widest number must fit: `measured` in pixels.
 *
 * @param width of the canvas
 */
export function contourMargins(measured: number, width = Infinity): Margins {
  if (width < narrow) {
    return { left: Math.ceil(measured) + tickLength + 6, right: 6, top: 20, bottom: 38 };
  }
  return { left: titleDistance(measured) + 14, right: 8, top: 8, bottom: 38 };
}

const tickLength = 4;
/** The title stands clear of the numbers, and of the crosshair's number, which may be wider. */
const numberRoom = 36;

function titleDistance(widest: number): number {
  return Math.max(numberRoom, Math.ceil(widest)) + tickLength + 10;
}

/** Ticks of the vertical axis stand at least this far apart, in pixels. */
const tickRoom = 36;

/** The widest tick label of the vertical axis, for the margin. */
export function verticalLabelWidth(
  context: CanvasRenderingContext2D,
  low: number,
  high: number,
  pixels: number,
): number {
  const ticks = axisTicks(low, high, Math.max(1, pixels), () => tickRoom);
  return ticks.reduce((most, tick) => Math.max(most, context.measureText(tick.text).width), 0);
}

/**
 * @param canvasWidth the axis's numbers and title are kept on it
 * @param between what buttons at the lower corners of the canvas leave for the title, in pixels from its left
 */
export function drawContourAxes(
  context: CanvasRenderingContext2D,
  frame: Frame,
  titles: readonly [string, string],
  tokens: PlotTokens,
  canvasWidth = Infinity,
  between: readonly [from: number, to: number] = [0, Infinity],
): void {
  const { left, top, width, height } = frame;
  const [uMin, uMax, vMin, vMax] = frame.window;
  const bottom = top + height;
  const right = left + width;

  context.strokeStyle = tokens.ruleStrong;
  context.lineWidth = 1;
  context.strokeRect(left - 0.5, top - 0.5, width + 1, height + 1);

  context.font = tokens.numberFont;
  context.fillStyle = tokens.inkSoft;
  const measure = (text: string) => context.measureText(text).width;
  context.beginPath();
  context.textBaseline = 'top';
  context.textAlign = 'center';
  for (const { value, text } of axisTicks(uMin, uMax, width, (label) => measure(label) + 12)) {
    const x = frame.x(value);
    context.moveTo(crisp(x), bottom + 1);
    context.lineTo(crisp(x), bottom + 1 + tickLength);
    // At the edge of the canvas a number stands beside its tick rather than be cut.
    const end = canvasWidth - measure(text) / 2;
    context.fillText(text, Math.min(x, end), bottom + tickLength + 4);
  }
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  let widest = 0;
  for (const { value, text } of axisTicks(vMin, vMax, height, () => tickRoom)) {
    const y = frame.y(value);
    context.moveTo(left - 1, crisp(y));
    context.lineTo(left - 1 - tickLength, crisp(y));
    context.fillText(text, left - tickLength - 4, y + 0.5);
    widest = Math.max(widest, measure(text));
  }
  context.stroke();

  context.font = tokens.wordFont;
  context.fillStyle = tokens.ink;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  if (canvasWidth < narrow) {
    context.textAlign = 'right';
    const end = Math.min(right, between[1]);
    drawTitle(context, `${titles[0]} →`, end, bottom + 33, end);
    context.textAlign = 'left';
    drawTitle(context, `↑ ${titles[1]}`, 0, top - 7, right);
    return;
  }
  const taken = between[0];
  const room = Math.min(width + 60, canvasWidth - taken);
  const half = Math.min(room, measure(titles[0])) / 2;
  drawTitle(context, titles[0], Math.max((left + right) / 2, taken + half), bottom + 33, room);
  context.save();
  context.translate(left - titleDistance(widest), (top + bottom) / 2);
  context.rotate(-Math.PI / 2);
  drawTitle(context, titles[1], 0, 0, height + 16);
  context.restore();
}

/** A title that is too long loses its end, visibly. */
function drawTitle(
  context: CanvasRenderingContext2D,
  title: string,
  x: number,
  y: number,
  room: number,
): void {
  let text = title;
  while (text.length > 1 && context.measureText(text).width > room) {
    text = `${text.slice(0, text.endsWith('…') ? -2 : -1)}…`;
  }
  context.fillText(text, x, y);
}
