// At the current point: the ellipse of equal loss of the quadratic that fits there, its axes, and the next gradient step.
import { clipSegment } from './clip.ts';
import { drawArrowHead } from './draw-arrow.ts';
import type { LaneMarks } from './mark-reader.ts';
import type { PointMarks, PrincipalCurvature } from './point-marks.ts';
import type { Pixel } from './path-geometry.ts';
import type { Box, Frame } from './plot-frame.ts';

const light = 'rgba(255, 255, 255, 0.95)';
const dark = 'rgba(0, 0, 0, 0.55)';
/** Half the length of the ellipse's longer axis, in pixels, */
const longAxis = 40;
/** unless the shorter one would be less than this: then the longer may leave the plot. */
const shortAxis = 5;
/** A shorter step is not drawn: nobody could tell where it points. In pixels. */
export const shortestStep = 2;
/** Of the head of a step, which is shorter where the whole step is. */
const headLength = 8;

/** A direction of slice coordinates in pixels, which may be stretched. */
const toPixels = (frame: Frame, [u, v]: readonly [number, number]): Pixel => [
  frame.x(u) - frame.x(0),
  frame.y(v) - frame.y(0),
];

/** A curvature below this part of the greater one is rounding, and neither upwards nor downwards. */
const flattest = 1e-9;

/** Flat directions count as ones that curve upwards by next to nothing; null where the loss is flat all around. */
export function tellApart([a, b]: PointMarks['curvatures']): PointMarks['curvatures'] | null {
  const least = flattest * Math.max(Math.abs(a.value), Math.abs(b.value));
  if (!(least > flattest * flattest)) return null;
  const [first, second] = [a, b].map((each) =>
    Math.abs(each.value) < least ? { ...each, value: least } : each,
  );
  return first && second ? [first, second] : null;
}

/** Semi-axes in slice coordinates: along each, the quadratic rises by the same amount. */
export function semiAxes(
  frame: Frame,
  curvatures: readonly [PrincipalCurvature, PrincipalCurvature],
): readonly [number, number] {
  const [steep, flat] = curvatures.map(({ value, direction }) => ({
    reach: 1 / Math.sqrt(Math.abs(value) || Number.MIN_VALUE),
    unit: Math.hypot(...toPixels(frame, direction)),
  }));
  if (!steep || !flat) return [0, 0];
  const pixels = [steep.reach * steep.unit, flat.reach * flat.unit];
  const longer = Math.max(...pixels);
  const shorter = Math.min(...pixels);
  const scale = Math.max(longAxis / longer, shortAxis / shorter);
  return [steep.reach * scale, flat.reach * scale];
}

export function drawPointMarks(
  context: CanvasRenderingContext2D,
  { point, curvatures, next }: LaneMarks,
  frame: Frame,
): void {
  const x = frame.x(point[0]);
  const y = frame.y(point[1]);
  const seen = tellApart(curvatures);
  const axes = seen ? semiAxes(frame, seen) : [];
  const ends = curvatures.map(({ direction }, k) => {
    const [dx, dy] = toPixels(frame, direction);
    const length = axes[k] ?? 0;
    return [dx * length, dy * length] as const;
  });
  if (seen) {
    context.save();
    context.beginPath();
    context.rect(frame.left, frame.top, frame.width, frame.height);
    context.clip();
    drawCurvature(...([context, [x, y], ends, seen.map(({ value }) => value > 0)] as const));
    context.restore();
  }
  if (next) drawStep(context, [x, y], [frame.x(next[0]), frame.y(next[1])], frame);
}

/**
 * The ellipse with its axes.
 *
 * @param ends of the two axes from the middle, in pixels
 * @param rises whether the loss curves upwards along each
 */
export function drawCurvature(
  context: CanvasRenderingContext2D,
  [x, y]: Pixel,
  ends: readonly Pixel[],
  rises: readonly boolean[],
): void {
  const [[ax, ay] = [0, 0], [bx, by] = [0, 0]] = ends;
  if (rises.every(Boolean)) {
    const circle = new Path2D();
    circle.arc(0, 0, 1, 0, 2 * Math.PI);
    const ellipse = new Path2D();
    ellipse.addPath(circle, { a: ax, b: ay, c: bx, d: by, e: x, f: y });
    strokeTwice(context, ellipse, []);
  }
  ends.forEach(([dx, dy], k) => {
    const line = new Path2D();
    line.moveTo(x - dx, y - dy);
    line.lineTo(x + dx, y + dy);
    // Along a dashed axis the loss curves downwards: a saddle has no ellipse.
    strokeTwice(context, line, rises[k] ? [] : [3, 3]);
  });
}

function strokeTwice(context: CanvasRenderingContext2D, path: Path2D, dash: readonly number[]) {
  context.setLineDash([...dash]);
  for (const [color, width] of [
    [dark, 2.5],
    [light, 1],
  ] as const) {
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke(path);
  }
  context.setLineDash([]);
}

/** What of a step can be seen: where its line ends, and how long its head is; without one the step ends outside. */
export function stepMark(
  [x, y]: Pixel,
  [toX, toY]: Pixel,
  area: Box,
): { readonly end: Pixel; readonly head: number } | null {
  const length = Math.hypot(toX - x, toY - y);
  const part = clipSegment(x, y, toX, toY, area);
  if (!(length >= shortestStep) || !part) return null;
  const [, to] = part;
  const end: Pixel = [x + to * (toX - x), y + to * (toY - y)];
  return { end, head: to < 1 ? 0 : Math.min(headLength, length / 2) };
}

/** As long as the step is in the plane: from the point to where the step would lead, or to the edge of the plot. */
export function drawStep(
  context: CanvasRenderingContext2D,
  [x, y]: Pixel,
  to: Pixel,
  area: Box,
): void {
  const mark = stepMark([x, y], to, area);
  if (!mark) return;
  const { end, head } = mark;
  const length = Math.hypot(end[0] - x, end[1] - y) || 1;
  const [alongX, alongY] = [(end[0] - x) / length, (end[1] - y) / length];
  const line = new Path2D();
  line.moveTo(x, y);
  line.lineTo(end[0] - 0.6 * head * alongX, end[1] - 0.6 * head * alongY);
  for (const [color, width] of [
    ['rgba(0, 0, 0, 0.75)', 4],
    ['#ffffff', 2],
  ] as const) {
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke(line);
  }
  if (head > 0) {
    drawArrowHead(context, ...end, alongX, alongY, head, '#ffffff', 'rgba(0, 0, 0, 0.75)');
  }
}
