// The frame of the loss plot: decades upwards, steps to the right.
import { crisp } from './draw-text.ts';
import { decadeTicks } from './loss-axes.ts';
import type { Frame, Margins } from './plot-frame.ts';
import type { PlotTokens } from './plot-tokens.ts';
import { axisTicks } from './ticks.ts';

export const lossMargins: Margins = { left: 46, right: 12, top: 20, bottom: 24 };

/** @param frame its window is `[0, last step, least exponent of ten, greatest exponent of ten]` */
export function drawLossAxes(
  context: CanvasRenderingContext2D,
  frame: Frame,
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
  for (const { value, text } of decadeTicks(low, high, Math.floor(height / 22))) {
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
    context.fillText(text, Math.min(x, left + width + lossMargins.right - half), bottom + 7);
  }
  context.stroke();

  context.font = tokens.wordFont;
  context.fillStyle = tokens.ink;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillText('loss', 4, 12);
  context.fillText('step', 4, bottom + 16);
}
