// Three pictures on one canvas: sharpness and condition number over the run, and the spectrum of the current step.
import { drawStepAxes } from '../../../plot/draw-step-axes.ts';
import { drawHaloed } from '../../../plot/draw-text.ts';
import { decadeRange, stepEnd } from '../../../plot/loss-axes.ts';
import { lossCurve } from '../../../plot/loss-curve.ts';
import { fitFrame, type Frame } from '../../../plot/plot-frame.ts';
import { ofLane, type PlotTokens } from '../../../plot/plot-tokens.ts';
import { laneDashes } from '../../../theme.ts';
import type { LaneView } from '../../../session/types.ts';
import { distinctLimits, linesOf, type CurvatureLine, type Series } from './curvature-facts.ts';
import { drawSpectra, spectrumHeight } from './draw-spectra.ts';

const margins = { left: 46, right: 12, top: 23, bottom: 20 };

export function drawCurvature(
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  views: readonly LaneView[],
  iteration: number,
  furthest: number,
  tokens: PlotTokens,
): void {
  const end = stepEnd(Math.max(iteration, furthest));
  const spectrum = spectrumHeight(views.length);
  const each = Math.max(0, (height - spectrum) / 2);
  const limits = distinctLimits(views, end);
  drawPlot(
    context,
    [width, each],
    'sharpness λmax',
    linesOf(views, 'sharpness'),
    limits,
    end,
    tokens,
  );
  context.save();
  context.translate(0, each);
  const conditions = linesOf(views, 'conditionNumber');
  drawPlot(context, [width, each], 'condition number κ', conditions, [], end, tokens);
  context.translate(0, each);
  drawSpectra(context, width, views, tokens);
  context.restore();
}

function drawPlot(
  context: CanvasRenderingContext2D,
  [width, height]: readonly [number, number],
  title: string,
  lines: readonly CurvatureLine[],
  limits: readonly { readonly index: number | null; readonly series: Series }[],
  end: number,
  tokens: PlotTokens,
): void {
  const [low, high] = decadeRange([...lines, ...limits.map(({ series }) => series)], []);
  const frame = fitFrame(width, height, margins, [0, end, low, high], false);
  if (!frame) return;
  drawStepAxes(context, frame, margins.right, tokens);
  context.font = tokens.wordFont;
  context.fillStyle = tokens.ink;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillText(title, 0, frame.top - 11);
  for (const { index, series } of limits) {
    const color = index === null ? tokens.ink : ofLane(tokens.lanes, index, tokens.ink);
    stroke(context, frame, series, color, 1, [4, 3]);
  }
  for (const line of lines) {
    const color = ofLane(tokens.lanes, line.index, tokens.ink);
    const at = stroke(context, frame, line, color, 2, ofLane(laneDashes, line.index, []));
    if (!at) continue;
    context.beginPath();
    context.arc(at[0], at[1], 3, 0, 2 * Math.PI);
    context.fillStyle = color;
    context.fill();
  }
  nameLimits(context, frame, limits, tokens);
  if (lines.some(({ count }) => count > 0)) return;
  context.font = tokens.wordFont;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const [x, y] = [frame.left + frame.width / 2, frame.top + frame.height / 2];
  drawHaloed(context, 'not known here', x, y, tokens.inkSoft, tokens);
}

/** Returns where the line ends. */
function stroke(
  context: CanvasRenderingContext2D,
  frame: Frame,
  series: Series,
  color: string,
  width: number,
  dash: readonly number[],
): readonly [number, number] | null {
  const curve = lossCurve(frame, series);
  if (!curve) return null;
  context.strokeStyle = color;
  context.lineWidth = width;
  context.lineJoin = 'round';
  context.setLineDash([...dash]);
  for (const piece of curve.pieces) {
    context.beginPath();
    for (const point of piece) context.lineTo(...point);
    context.stroke();
  }
  context.setLineDash([]);
  return curve.end;
}

function nameLimits(
  context: CanvasRenderingContext2D,
  frame: Frame,
  limits: readonly { readonly series: Series }[],
  tokens: PlotTokens,
): void {
  const [first] = limits;
  const curve = first && lossCurve(frame, first.series);
  if (!curve) return;
  context.font = tokens.wordFont;
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  const right = frame.left + frame.width - 4;
  const above = curve.end[1] - 9;
  const middle = above > frame.top + 4 ? above : curve.end[1] + 9;
  drawHaloed(context, 'stable below', right, middle, tokens.inkSoft, tokens);
}
