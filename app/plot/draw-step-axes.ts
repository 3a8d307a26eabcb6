// The frame of a plot over the run: decades upwards, steps to the right.
import { crisp } from './draw-text.ts';
import { decadeTicks } from './loss-axes.ts';
import type { Frame } from './plot-frame.ts';
import type { PlotTokens } from './plot-tokens.ts';
import { axisTicks } from './ticks.ts';

/** Between the numbers of decades, in pixels. */
const rowHeight = 20;

/**
 * @param frame its window is `[0, last step, least exponent of ten, greatest exponent of ten]`
 * @param right margin, in pixels, into which the last number may reach
 */
export function drawStepAxes(
  context: CanvasRenderingContext2D,
  frame: Frame,
  right: number,
  tokens: PlotTokens,
): void {
  const { left, top, width, height } = frame;
  const [first, last, low, high] = frame.window;
  const bottom = top + height;
  context.font = tokens.numberFont;
  context.fillStyle = tokens.inkSoft;
  context.lineWidth = 1;

  context.textAlign = 'right';
  context.textBaseline = 'middle';
  context.strokeStyle = tokens.rule;
  context.beginPath();
  for (const { value, text } of decadeTicks(low, high, Math.floor(height / rowHeight))) {
    const y = crisp(frame.y(Math.log10(value)) - 0.5);
    context.moveTo(left, y);
    context.lineTo(left + width, y);
    context.fillText(text, left - 6, y);
  }
  context.stroke();

  context.textAlign = 'center';
  context.textBaseline = 'top';
  context.strokeStyle = tokens.ruleStrong;
  context.beginPath();
  context.moveTo(left - 0.5, top);
  context.lineTo(left - 0.5, bottom + 0.5);
  context.lineTo(left + width, bottom + 0.5);
  const room = (text: string) => context.measureText(text).width + 14;
  const ticks = axisTicks(first, last, width, room).filter(({ value }) => Number.isInteger(value));
  for (const { value, text } of ticks) {
    const x = frame.x(value);
    context.moveTo(crisp(x - 0.5), bottom);
    context.lineTo(crisp(x - 0.5), bottom + 4);
    const half = context.measureText(text).width / 2;
    context.fillText(text, Math.min(x, left + width + right - half), bottom + 7);
  }
  context.stroke();
}
