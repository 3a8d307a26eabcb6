// The path of a run over the iso-bands: all of it thin, the latest steps strong, with its start and where it is now.
import type { PlanePath } from '../session/types.ts';
import { drawArrowHead } from './draw-arrow.ts';
import { latestPixels, visiblePath } from './path-geometry.ts';
import type { Pixel, VisiblePath } from './path-geometry.ts';
import { contains } from './plot-frame.ts';
import type { Frame } from './plot-frame.ts';

export interface PathStyle {
  readonly color: string;
  /** The light line under the coloured one, so that it is seen on every band. */
  readonly casing: string;
  readonly dash: readonly number[];
  readonly diverged: boolean;
  /** How strongly the first steps are drawn, 0 to 1: from there on the path grows to its full strength. */
  readonly startStrength: number;
}

/** A path that fades is drawn in so many parts, each of one strength. */
const fadingParts = 10;

/** Points of the path that are drawn strong. */
const emphasized = 12;
/** A path that is longer than this many window widths would paint the plot over: it is drawn as a thread. */
const longestCased = 12;
/** The latest step is an arrow if it is longer than this, in pixels. */
const arrowFrom = 14;

/** @param visible the whole path, as `visiblePath` gives it */
export function drawPath(
  context: CanvasRenderingContext2D,
  path: PlanePath,
  visible: VisiblePath,
  frame: Frame,
  style: PathStyle,
): void {
  const { pieces, start, latest, exit, heading } = visible;
  const first = Math.max(0, path.count - emphasized - 1);
  const recent = visiblePath(path, frame, first);
  const dots = latestPixels(path, frame, emphasized + 1);
  context.save();
  context.beginPath();
  context.rect(frame.left, frame.top, frame.width, frame.height);
  context.clip();
  context.lineJoin = 'round';
  context.lineCap = 'butt';

  if (lengthOf(pieces) > longestCased * frame.width) {
    outline(context, pieces);
    for (const [color, width, strength] of [
      [style.casing, 2.5, 0.3],
      [style.color, 1.25, 0.6],
    ] as const) {
      context.globalAlpha = strength;
      context.strokeStyle = color;
      context.lineWidth = width;
      context.stroke();
    }
    context.globalAlpha = 1;
  } else {
    const parts = style.startStrength < 1 ? partsOf(pieces, fadingParts) : [pieces];
    parts.forEach((part, k) => {
      const age = 1 - (k + 1) / parts.length;
      context.globalAlpha = 1 - age * (1 - style.startStrength);
      strokeCased(context, part, 1.75, style);
    });
    context.globalAlpha = 1;
  }
  strokeCased(context, recent.pieces, 2.25, style);
  for (const [x, y] of apart(dots, 5)) drawDot(context, x, y, 2.25, style.color, style.casing, 1);
  context.restore();

  if (start && contains(frame, start[0], start[1])) drawRing(context, start, style);
  const lastPiece = recent.pieces[recent.pieces.length - 1];
  const before = lastPiece?.[lastPiece.length - 2];
  if (exit && heading) drawExit(context, exit, heading, style);
  else if (latest) drawCurrent(context, before ?? latest, latest, style);
}

/** The same lines, one after the other, in parts of about as many points each. */
function partsOf(pieces: readonly (readonly Pixel[])[], count: number): (readonly Pixel[])[][] {
  const total = pieces.reduce((sum, piece) => sum + piece.length - 1, 0);
  const parts: (readonly Pixel[])[][] = Array.from({ length: count }, () => []);
  let done = 0;
  for (const piece of pieces) {
    for (let from = 0; from < piece.length - 1;) {
      const part = Math.min(count - 1, Math.floor((done * count) / total));
      const end = Math.ceil(((part + 1) * total) / count);
      const to = Math.min(piece.length - 1, from + Math.max(1, end - done));
      parts[part]?.push(piece.slice(from, to + 1));
      done += to - from;
      from = to;
    }
  }
  return parts;
}

function lengthOf(pieces: readonly (readonly Pixel[])[]): number {
  let length = 0;
  for (const piece of pieces) {
    let from = piece[0];
    for (const to of piece) {
      if (from) length += Math.hypot(to[0] - from[0], to[1] - from[1]);
      from = to;
    }
  }
  return length;
}

function outline(context: CanvasRenderingContext2D, pieces: readonly (readonly Pixel[])[]): void {
  context.beginPath();
  for (const piece of pieces) {
    piece.forEach((point, k) => {
      if (k === 0) context.moveTo(point[0], point[1]);
      else context.lineTo(point[0], point[1]);
    });
  }
}

/** A line of so many pixels in the lane's colour and dashes, over one of its casing that is twice as wide. */
function strokeCased(
  context: CanvasRenderingContext2D,
  pieces: readonly (readonly Pixel[])[],
  width: number,
  { color, casing, dash }: PathStyle,
): void {
  outline(context, pieces);
  context.strokeStyle = casing;
  context.lineWidth = 2 * width;
  context.stroke();
  context.strokeStyle = color;
  context.lineWidth = width;
  context.setLineDash([...dash]);
  context.stroke();
  context.setLineDash([]);
}

/** Those points that keep a distance to the one chosen before, the latest first. */
function apart(pixels: readonly Pixel[], distance: number): Pixel[] {
  const chosen: Pixel[] = [];
  for (const pixel of pixels.toReversed()) {
    const last = chosen[chosen.length - 1];
    if (!last || Math.hypot(pixel[0] - last[0], pixel[1] - last[1]) >= distance) chosen.push(pixel);
  }
  return chosen;
}

function drawDot(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  fill: string,
  rim: string,
  rimWidth: number,
): void {
  context.beginPath();
  context.arc(x, y, radius + rimWidth, 0, 2 * Math.PI);
  context.fillStyle = rim;
  context.fill();
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
}

/** Where a path starts. */
export function drawRing(
  context: CanvasRenderingContext2D,
  [x, y]: Pixel,
  style: Pick<PathStyle, 'color' | 'casing'>,
): void {
  drawDot(context, x, y, 4.5, style.color, style.casing, 1.5);
  drawDot(context, x, y, 2.5, style.casing, style.casing, 0);
}

/** Where a path is now; the latest step is an arrow if it is long. */
export function drawCurrent(
  context: CanvasRenderingContext2D,
  [fromX, fromY]: Pixel,
  [x, y]: Pixel,
  style: Pick<PathStyle, 'color' | 'casing' | 'diverged'>,
): void {
  const length = Math.hypot(x - fromX, y - fromY);
  if (style.diverged) {
    drawCross(context, x, y, style);
    return;
  }
  drawDot(context, x, y, 4, style.color, style.casing, 1.75);
  if (length <= arrowFrom) return;
  const [alongX, alongY] = [(x - fromX) / length, (y - fromY) / length];
  drawArrowHead(
    context,
    x - 5 * alongX,
    y - 5 * alongY,
    alongX,
    alongY,
    8,
    style.color,
    style.casing,
  );
}

/** A path that has gone out of sight: a head on the edge that points where it went. */
export function drawExit(
  context: CanvasRenderingContext2D,
  [x, y]: Pixel,
  [toX, toY]: Pixel,
  style: Pick<PathStyle, 'color' | 'casing' | 'diverged'>,
): void {
  if (style.diverged) {
    drawCross(context, x, y, style);
    return;
  }
  const length = Math.hypot(toX - x, toY - y) || 1;
  const [alongX, alongY] = [(toX - x) / length, (toY - y) / length];
  drawArrowHead(context, x, y, alongX, alongY, 10, style.color, style.casing);
}

function drawCross(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  style: Pick<PathStyle, 'color' | 'casing'>,
): void {
  for (const [color, width] of [
    [style.casing, 5],
    [style.color, 2.5],
  ] as const) {
    context.beginPath();
    context.moveTo(x - 4.5, y - 4.5);
    context.lineTo(x + 4.5, y + 4.5);
    context.moveTo(x + 4.5, y - 4.5);
    context.lineTo(x - 4.5, y + 4.5);
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke();
  }
}
