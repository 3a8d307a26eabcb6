// The losses of all lanes against step, on a canvas.
import { formatNumber } from '../number-format.ts';
import { laneDashes } from '../theme.ts';
import { decimate } from './decimate.ts';
import { drawLossAxes, lossMargins } from './draw-loss-axes.ts';
import { crisp, drawHaloed } from './draw-text.ts';
import { decadeRange, stepEnd } from './loss-axes.ts';
import type { LossSeries } from './loss-axes.ts';
import { boxOf, placeCurveLabels, placeLevelLabel } from './loss-labels.ts';
import { at } from './numeric.ts';
import type { Pixel } from './path-geometry.ts';
import { fitFrame } from './plot-frame.ts';
import type { Frame } from './plot-frame.ts';
import { ofLane } from './plot-tokens.ts';
import type { PlotTokens } from './plot-tokens.ts';

export interface LossLine extends LossSeries {
  readonly label: string;
  /** Place among the lanes: colour and dash. */
  readonly index: number;
  readonly diverged: boolean;
}

interface Curve {
  readonly line: LossLine;
  /** In pixels; never empty. */
  readonly points: readonly Pixel[];
}

export function drawLosses(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  lines: readonly LossLine[],
  iteration: number,
  targets: readonly number[],
  tokens: PlotTokens,
): void {
  const [low, high] = decadeRange(lines, targets);
  const end = stepEnd(iteration);
  const frame = fitFrame(width, height, lossMargins, [0, end, low, high], false);
  if (!frame) return;
  drawLossAxes(context, frame, tokens);
  const { left, top } = frame;
  const now = crisp(frame.x(iteration) - 0.5);
  drawStraight(context, [now, top], [now, top + frame.height], tokens.ruleStrong, [1, 2]);
  const levels = targets.map((target) => crisp(frame.y(Math.log10(target)) - 0.5));
  for (const y of levels)
    drawStraight(context, [left, y], [left + frame.width, y], tokens.ink, [4, 3]);
  const curves = lines.flatMap((line) => curveOf(frame, line));
  for (const curve of curves) drawCurve(context, curve, tokens);
  drawLabels(context, frame, curves, targets, levels, tokens);
}

/** A lane's losses in pixels; none where nothing was recorded. */
function curveOf(frame: Frame, line: LossLine): Curve[] {
  const [, last, low, high] = frame.window;
  const points = decimate(line, last / frame.width).map((k): Pixel => {
    const loss = at(line.losses, k);
    const height = loss > 0 ? Math.min(high, Math.max(low, Math.log10(loss))) : low;
    return [frame.x(at(line.iterations, k)), frame.y(height)];
  });
  return points.length > 0 ? [{ line, points }] : [];
}

function drawCurve(
  context: CanvasRenderingContext2D,
  { line, points }: Curve,
  tokens: PlotTokens,
): void {
  const color = ofLane(tokens.lanes, line.index, tokens.ink);
  context.beginPath();
  for (const [x, y] of points) context.lineTo(x, y);
  context.strokeStyle = color;
  context.lineWidth = 2;
  context.lineJoin = 'round';
  context.setLineDash([...ofLane(laneDashes, line.index, [])]);
  context.stroke();
  context.setLineDash([]);
  const [x, y] = points[points.length - 1] ?? [0, 0];
  context.beginPath();
  if (line.diverged) {
    context.moveTo(x - 4, y - 4);
    context.lineTo(x + 4, y + 4);
    context.moveTo(x + 4, y - 4);
    context.lineTo(x - 4, y + 4);
    context.stroke();
  } else {
    context.arc(x, y, 3, 0, 2 * Math.PI);
    context.fillStyle = color;
    context.fill();
  }
}

function drawLabels(
  context: CanvasRenderingContext2D,
  frame: Frame,
  curves: readonly Curve[],
  targets: readonly number[],
  levels: readonly number[],
  tokens: PlotTokens,
): void {
  context.font = tokens.wordFont;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  const texts = curves.map(({ line }) => (line.diverged ? `${line.label}, diverged` : line.label));
  const widths = texts.map((text) => context.measureText(text).width);
  const lines = curves.map(({ points }) => points);
  const places = placeCurveLabels(frame, lines, widths, levels);
  const taken = places.map((place, k) => boxOf(place, widths[k] ?? 0));

  targets.forEach((target, k) => {
    const text = `target ${formatNumber(target)}`;
    const { width } = context.measureText(text);
    const place = placeLevelLabel(frame, levels[k] ?? 0, width, lines, taken);
    drawHaloed(context, text, place.left, place.middle, tokens.inkSoft, tokens);
  });
  places.forEach(({ left, middle }, k) => {
    const color = ofLane(tokens.laneTexts, curves[k]?.line.index ?? 0, tokens.ink);
    drawHaloed(context, texts[k] ?? '', left, middle, color, tokens);
  });
}

function drawStraight(
  context: CanvasRenderingContext2D,
  from: Pixel,
  to: Pixel,
  color: string,
  dash: readonly number[],
): void {
  context.strokeStyle = color;
  context.lineWidth = 1;
  context.setLineDash([...dash]);
  context.beginPath();
  context.moveTo(...from);
  context.lineTo(...to);
  context.stroke();
  context.setLineDash([]);
}
