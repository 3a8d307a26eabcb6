// The scale of colours that samples and output share, with the targets that its ends stand for.
import { formatNumber, type TargetMap } from '../../../../src/index.ts';
import type { PlotTokens } from '../../../plot/plot-tokens.ts';
import type { TargetColors } from '../../../plot/samples/target-colors.ts';

const [stripWidth, stripHeight] = [90, 9];
const ringWords = 'rings: test rows';

export interface LegendPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

export function drawLegend(
  context: CanvasRenderingContext2D,
  { left, top, width }: LegendPlace,
  { ends, styles }: TargetColors,
  targetMap: TargetMap,
  hasTestRows: boolean,
  tokens: PlotTokens,
): void {
  const [low, high] = targetMap.invert(Float64Array.from(ends));
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  const middle = top + stripHeight / 2 + 0.5;
  let x = left;
  const say = (text: string, font: string, style: string) => {
    context.font = font;
    context.fillStyle = style;
    context.fillText(text, x, middle);
    x += context.measureText(text).width + 6;
  };
  say('target and output', tokens.wordFont, tokens.ink);
  say(formatNumber(low), tokens.numberFont, tokens.inkSoft);
  context.font = tokens.wordFont;
  const rings = hasTestRows ? context.measureText(ringWords).width + 6 : 0;
  const strip = Math.min(stripWidth, Math.max(16, left + width - x - 52 - rings));
  styles.forEach((style, k) => {
    context.fillStyle = style;
    const from = Math.round((k * strip) / styles.length);
    const to = Math.round(((k + 1) * strip) / styles.length);
    context.fillRect(x + from, top, to - from, stripHeight);
  });
  context.strokeStyle = tokens.ruleStrong;
  context.lineWidth = 1;
  context.strokeRect(x - 0.5, top - 0.5, strip + 1, stripHeight + 1);
  x += strip + 6;
  say(formatNumber(high), tokens.numberFont, tokens.inkSoft);
  if (hasTestRows) say(ringWords, tokens.wordFont, tokens.inkSoft);
}
