// The frame of a plot over the run: decades upwards, steps to the right.
import { crisp } from './draw-text.ts';
import { decadeTicks } from './loss-axes.ts';
import type { Frame } from './plot-frame.ts';
import type { PlotTokens } from './plot-tokens.ts';
import { axisTicks } from './ticks.ts';
import type { Tick } from './ticks.ts';

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
  const bottom = top + height;
  context.font = tokens.numberFont;
  context.fillStyle = tokens.inkSoft;
  context.lineWidth = 1;

  context.textAlign = 'right';
  context.textBaseline = 'middle';
  context.strokeStyle = tokens.rule;
  context.beginPath();
  const { decades, steps } = ticksOf(context, frame, tokens);
  for (const { value, text } of decades) {
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
  for (const { value, text, half } of steps) {
    const x = frame.x(value);
    context.moveTo(crisp(x - 0.5), bottom);
    context.lineTo(crisp(x - 0.5), bottom + 4);
    context.fillText(text, Math.min(x, left + width + right - half), bottom + 7);
  }
  context.stroke();
}

interface StepTicks {
  readonly decades: readonly Tick[];
  /** With half the width of each text, in pixels. */
  readonly steps: readonly (Tick & { readonly half: number })[];
}

/** Of every plot, by its tokens: curves grow with every step, and the numbers beside them stay for long. */
const known = new WeakMap<PlotTokens, { readonly key: string; readonly ticks: StepTicks }>();

function ticksOf(
  context: CanvasRenderingContext2D,
  { window, width, height }: Frame,
  tokens: PlotTokens,
): StepTicks {
  const key = [...window, width, height].join(' ');
  const before = known.get(tokens);
  if (before?.key === key) return before.ticks;
  const [first, last, low, high] = window;
  const widthOf = (text: string) => context.measureText(text).width;
  const steps = axisTicks(first, last, width, (text) => widthOf(text) + 14);
  const ticks = {
    decades: decadeTicks(low, high, Math.floor(height / rowHeight)),
    steps: steps
      .filter(({ value }) => Number.isInteger(value))
      .map((tick) => ({ ...tick, half: widthOf(tick.text) / 2 })),
  };
  known.set(tokens, { key, ticks });
  return ticks;
}
