// The losses of all lanes against step, on a canvas.
import { formatNumber } from '../../src/index.ts';
import { laneDashes } from '../theme.ts';
import { drawArrowHead } from './draw-arrow.ts';
import { drawStepAxes } from './draw-step-axes.ts';
import { crisp, drawHaloed } from './draw-text.ts';
import { decadeRange, decadeTicks, stepEnd } from './loss-axes.ts';
import type { LossSeries } from './loss-axes.ts';
import { lossCurve } from './loss-curve.ts';
import type { LossCurve } from './loss-curve.ts';
import { createLossLabels, placeCutNote } from './loss-labels.ts';
import type { LossLabels } from './loss-labels.ts';
import type { Pixel } from './path-geometry.ts';
import { fitFrame } from './plot-frame.ts';
import type { Frame, Margins } from './plot-frame.ts';
import { ofLane } from './plot-tokens.ts';
import type { PlotTokens } from './plot-tokens.ts';

export interface LossLine extends LossSeries {
  readonly label: string;
  /** Place among the lanes: colour and dash. */
  readonly index: number;
  readonly diverged: boolean;
}

interface Curve extends LossCurve {
  readonly line: LossLine;
}

const lossMargins: Margins = { left: 46, right: 12, top: 20, bottom: 24 };

/** A name with its loss is written in full up to this part of the plot's width. */
const longestName = 0.8;

/**
 * @param furthest the last step there is; where `iteration` lies before it, a line says so
 * @param labels remembers from picture to picture where names stand
 */
export function drawLosses(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  lines: readonly LossLine[],
  iteration: number,
  furthest: number,
  targets: readonly number[],
  tokens: PlotTokens,
  labels: LossLabels = createLossLabels(),
): void {
  const [low, high] = decadeRange(lines, targets);
  const end = stepEnd(Math.max(iteration, furthest));
  const frame = fitFrame(width, height, lossMargins, [0, end, low, high], false);
  if (!frame) return;
  drawStepAxes(context, frame, lossMargins.right, tokens);
  context.font = tokens.wordFont;
  context.fillStyle = tokens.ink;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillText('loss', 4, 12);
  context.fillText('step', 4, frame.top + frame.height + 16);
  const { left, top } = frame;
  if (iteration < furthest) {
    const now = crisp(frame.x(iteration) - 0.5);
    drawStraight(context, [now, top], [now, top + frame.height], tokens.ruleStrong, [1, 2]);
  }
  const levels = targets.map((target) => crisp(frame.y(Math.log10(target)) - 0.5));
  for (const y of levels)
    drawStraight(context, [left, y], [left + frame.width, y], tokens.ink, [4, 3]);
  const curves = lines.flatMap((line): Curve[] => {
    const curve = lossCurve(frame, line);
    return curve ? [{ ...curve, line }] : [];
  });
  for (const curve of curves) drawCurve(context, curve, tokens);
  drawLabels(context, frame, curves, targets, levels, tokens, labels);
  drawCutNote(context, frame, curves, tokens);
}

/** Says in words that curves go on above the plot, where an arrow alone could be read as their end. */
function drawCutNote(
  context: CanvasRenderingContext2D,
  frame: Frame,
  curves: readonly Curve[],
  tokens: PlotTokens,
): void {
  // An arrow where a curve leaves, and a cross where it has diverged up there.
  const exits = curves.flatMap(({ exit, end, line }) =>
    exit ? [exit[0], ...(line.diverged ? [end[0]] : [])] : [],
  );
  const [, , , high] = frame.window;
  const [{ text: top } = { text: '' }] = decadeTicks(high, high, 1);
  if (exits.length === 0) return;
  context.font = tokens.wordFont;
  context.fillStyle = tokens.inkSoft;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  const [long, short] = [`losses above ${top} are not drawn`, `above ${top} not drawn`];
  const widthOf = (text: string) => context.measureText(text).width;
  const place = (text: string) => placeCutNote(frame, widthOf(text), exits);
  const left = place(long);
  if (left !== null) context.fillText(long, left, 12);
  else context.fillText(short, place(short) ?? frame.left + frame.width - widthOf(short), 12);
}

function drawCurve(
  context: CanvasRenderingContext2D,
  { line, pieces, exit, end: [x, y] }: Curve,
  tokens: PlotTokens,
): void {
  const color = ofLane(tokens.lanes, line.index, tokens.ink);
  context.strokeStyle = color;
  context.lineWidth = 2;
  context.lineJoin = 'round';
  context.setLineDash([...ofLane(laneDashes, line.index, [])]);
  for (const piece of pieces) {
    context.beginPath();
    for (const point of piece) context.lineTo(point[0], point[1]);
    context.stroke();
  }
  context.setLineDash([]);
  if (exit) drawArrowHead(context, exit[0], exit[1] - 2, 0, -1, 10, color, tokens.paper);
  context.strokeStyle = color;
  context.lineWidth = 2;
  context.beginPath();
  if (line.diverged) {
    // Above the plot it stands clear of the arrow.
    const middle = exit ? y - 8 : y;
    context.moveTo(x - 4, middle - 4);
    context.lineTo(x + 4, middle + 4);
    context.moveTo(x + 4, middle - 4);
    context.lineTo(x - 4, middle + 4);
    context.stroke();
  } else if (!exit) {
    context.arc(x, y, 3, 0, 2 * Math.PI);
    context.fillStyle = color;
    context.fill();
  }
}

/** The name, what became of it, and the loss where the curve no longer shows it: from long to short. */
function namesOf({ line, exit, latest }: Curve): string[] {
  const name = line.diverged ? `${line.label}, diverged` : line.label;
  if (!exit) return [name];
  const loss = formatNumber(latest, 2);
  return [`${name}: ${loss}`, `${line.label}: ${loss}`, loss];
}

function drawLabels(
  context: CanvasRenderingContext2D,
  frame: Frame,
  curves: readonly Curve[],
  targets: readonly number[],
  levels: readonly number[],
  tokens: PlotTokens,
  labels: LossLabels,
): void {
  context.font = tokens.wordFont;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  const fits = (text: string) => context.measureText(text).width <= longestName * frame.width;
  const texts = curves.map((curve) => {
    const names = namesOf(curve);
    return names.find(fits) ?? names[names.length - 1] ?? '';
  });
  const widths = texts.map((text) => context.measureText(text).width);
  const lines = curves.map(({ points }) => points);
  const targetTexts = targets.map((target) => `target ${formatNumber(target)}`);
  const places = labels.place(
    frame,
    lines,
    widths,
    levels.map((y, k) => ({ y, width: context.measureText(targetTexts[k] ?? '').width })),
  );
  places.levels.forEach((place, k) => {
    const text = targetTexts[k] ?? '';
    if (place) drawHaloed(context, text, place.left, place.middle, tokens.inkSoft, tokens);
  });
  places.curves.forEach(({ left, middle }, k) => {
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
