// The losses of all lanes against step, on a canvas.
import { formatNumber } from '../../src/index.ts';
import type { FigureSession, LaneView } from '../session/types.ts';
import { laneDashes } from '../theme.ts';
import { drawArrowHead } from './draw-arrow.ts';
import { drawStepAxes } from './draw-step-axes.ts';
import { crisp, drawHaloed } from './draw-text.ts';
import { decadeRange, decadeTicks, stepEnd } from './loss-axes.ts';
import { lossCurve } from './loss-curve.ts';
import type { LossCurve } from './loss-curve.ts';
import { createLossLabels } from './loss-labels.ts';
import type { LossLabels } from './loss-labels.ts';
import { at } from './numeric.ts';
import type { Pixel } from './path-geometry.ts';
import { fitFrame } from './plot-frame.ts';
import type { Frame, Margins } from './plot-frame.ts';
import { ofLane } from './plot-tokens.ts';
import type { PlotTokens } from './plot-tokens.ts';

type LossView = Pick<LaneView, 'label' | 'index' | 'lane'>;

interface Curve extends LossCurve {
  readonly view: LossView;
  /** Whether the lane has diverged by the end of the run. */
  readonly diverged: boolean;
}

const lossMargins: Margins = { left: 46, right: 12, top: 20, bottom: 24 };

/** A name with its loss is written in full up to this part of the plot's width. */
const longestName = 0.8;

/** How strongly what comes after the moment is drawn. */
const ahead = 0.45;

/**
 * The whole run, on axes that stay as they are wherever in it the reader stands: what comes after that moment is faint, and
 * a line stands there.
 *
 * @param labels remembers from picture to picture where names stand
 */
export function drawLosses(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  views: readonly LossView[],
  { iteration, furthest }: Pick<FigureSession, 'iteration' | 'furthest'>,
  tokens: PlotTokens,
  labels: LossLabels = createLossLabels(),
): void {
  const targets = [...new Set(views.map(({ lane }) => lane.targetLoss))];
  const runs = views.map(({ lane }) => lane.trajectory.whole);
  const [low, high] = decadeRange(runs, targets);
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
  const levels = targets.map((target) => crisp(frame.y(Math.log10(target)) - 0.5));
  for (const y of levels)
    drawStraight(context, [left, y], [left + frame.width, y], tokens.ink, [4, 3]);
  const curves = views.flatMap((view, k): Curve[] => {
    const run = runs[k];
    const curve = run && lossCurve(frame, run);
    if (!curve) return [];
    const isBehind = at(run.iterations, run.count - 1) < furthest;
    return [{ ...curve, view, diverged: isBehind || view.lane.status === 'diverged' }];
  });
  const drawCurves = () => {
    for (const curve of curves) drawCurve(context, curve, tokens);
  };
  if (iteration < furthest) {
    const now = crisp(frame.x(iteration) - 0.5);
    drawStraight(context, [now, top], [now, top + frame.height], tokens.ink, []);
    for (const [from, to, strength] of [
      [0, now, 1],
      [now, width, ahead],
    ] as const) {
      context.save();
      context.beginPath();
      context.rect(from, 0, to - from, height);
      context.clip();
      context.globalAlpha = strength;
      drawCurves();
      context.restore();
    }
  } else drawCurves();
  for (const { view } of curves) drawMoment(context, frame, view, tokens);
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
  if (!curves.some(({ exit }) => exit)) return;
  const [, , , high] = frame.window;
  const [{ text: top } = { text: '' }] = decadeTicks(high, high, 1);
  context.font = tokens.wordFont;
  context.fillStyle = tokens.inkSoft;
  context.textAlign = 'right';
  context.textBaseline = 'alphabetic';
  const long = `losses above ${top} are not drawn`;
  const text = context.measureText(long).width > frame.width ? `above ${top} not drawn` : long;
  context.fillText(text, frame.left + frame.width, 12);
}

function drawCurve(
  context: CanvasRenderingContext2D,
  { view, diverged, pieces, exit, end: [x, y] }: Curve,
  tokens: PlotTokens,
): void {
  const color = ofLane(tokens.lanes, view.index, tokens.ink);
  context.strokeStyle = color;
  context.lineWidth = 2;
  context.lineJoin = 'round';
  context.setLineDash([...ofLane(laneDashes, view.index, [])]);
  for (const piece of pieces) {
    context.beginPath();
    for (const point of piece) context.lineTo(point[0], point[1]);
    context.stroke();
  }
  context.setLineDash([]);
  // A cross that would stand on the arrow takes its place.
  if (exit && !(diverged && x - exit[0] < 10))
    drawArrowHead(context, exit[0], exit[1] - 2, 0, -1, 10, color, tokens.paper);
  if (!diverged) return;
  context.strokeStyle = color;
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(x - 4, y - 4);
  context.lineTo(x + 4, y + 4);
  context.moveTo(x + 4, y - 4);
  context.lineTo(x - 4, y + 4);
  context.stroke();
}

/** Where a lane is now, unless it has diverged or is above the plot. */
function drawMoment(
  context: CanvasRenderingContext2D,
  frame: Frame,
  { lane, index }: LossView,
  tokens: PlotTokens,
): void {
  const [, , low] = frame.window;
  const y = frame.y(Math.max(low, Math.log10(lane.loss)));
  if (lane.status === 'diverged' || !(y >= frame.top)) return;
  context.beginPath();
  context.arc(frame.x(lane.iteration), y, 3, 0, 2 * Math.PI);
  context.fillStyle = ofLane(tokens.lanes, index, tokens.ink);
  context.fill();
}

/** The name, what became of it, and the loss where the curve no longer shows it: from long to short. */
function namesOf({ view: { label }, diverged, exit, latest }: Curve): string[] {
  const name = diverged ? `${label}, diverged` : label;
  if (!exit) return [name];
  const loss = formatNumber(latest, 2);
  return [`${name}: ${loss}`, `${label}: ${loss}`, loss];
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
    curves.flatMap(({ exit, diverged, end: [x, y] }): Pixel[][] =>
      exit && diverged
        ? [
            [
              [x - 4, y + 4],
              [x + 4, y + 4],
            ],
          ]
        : [],
    ),
  );
  places.levels.forEach((place, k) => {
    const text = targetTexts[k] ?? '';
    if (place) drawHaloed(context, text, place.left, place.middle, tokens.inkSoft, tokens);
  });
  places.curves.forEach(({ left, middle }, k) => {
    const color = ofLane(tokens.laneTexts, curves[k]?.view.index ?? 0, tokens.ink);
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
