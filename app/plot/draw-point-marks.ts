// At the current point: the ellipse of equal loss of the quadratic that fits there, its axes, and the way downhill.
import { drawArrowHead } from './draw-arrow.ts';
import type { PointMarks, PrincipalCurvature } from './point-marks.ts';
import type { Pixel } from './path-geometry.ts';
import type { Frame } from './plot-frame.ts';

const light = 'rgba(255, 255, 255, 0.95)';
const dark = 'rgba(0, 0, 0, 0.55)';
/** Half the length of the ellipse's longer axis, in pixels, */
const longAxis = 40;
/** unless the shorter one would be less than this: then the longer may leave the plot. */
const shortAxis = 5;
/** Only directions are compared, so arrows are of one length. */
const arrowLength = 30;

/** A direction of slice coordinates in pixels, which may be stretched. */
const toPixels = (frame: Frame, [u, v]: readonly [number, number]): Pixel => [
  frame.x(u) - frame.x(0),
  frame.y(v) - frame.y(0),
];

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
  { point, curvatures, downhill }: PointMarks,
  frame: Frame,
): void {
  const x = frame.x(point[0]);
  const y = frame.y(point[1]);
  const axes = semiAxes(frame, curvatures);
  const ends = curvatures.map(({ direction }, k) => {
    const [dx, dy] = toPixels(frame, direction);
    const length = axes[k] ?? 0;
    return [dx * length, dy * length] as const;
  });
  context.save();
  context.beginPath();
  context.rect(frame.left, frame.top, frame.width, frame.height);
  context.clip();
  drawCurvature(...([context, [x, y], ends, curvatures.map(({ value }) => value > 0)] as const));
  context.restore();
  if (downhill) drawDownhill(context, [x, y], toPixels(frame, downhill), arrowLength);
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
    const ellipse = new Path2D();
    for (let k = 0; k <= 96; k++) {
      const angle = (k / 96) * 2 * Math.PI;
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      ellipse.lineTo(x + c * ax + s * bx, y + c * ay + s * by);
    }
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

/** @param reach from the point to the arrow's tip, in pixels */
export function drawDownhill(
  context: CanvasRenderingContext2D,
  [x, y]: Pixel,
  [dx, dy]: Pixel,
  reach: number,
): void {
  const length = Math.hypot(dx, dy) || 1;
  const [alongX, alongY] = [dx / length, dy / length];
  const [tipX, tipY] = [x + reach * alongX, y + reach * alongY];
  const line = new Path2D();
  line.moveTo(x + 6 * alongX, y + 6 * alongY);
  line.lineTo(tipX - 5 * alongX, tipY - 5 * alongY);
  for (const [color, width] of [
    ['rgba(0, 0, 0, 0.75)', 4],
    ['#ffffff', 2],
  ] as const) {
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke(line);
  }
  drawArrowHead(context, tipX, tipY, alongX, alongY, 8, '#ffffff', 'rgba(0, 0, 0, 0.75)');
}
