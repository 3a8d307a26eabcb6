// Samples as dots in the input plane, coloured by their targets, with a rim that shows them on any ground.
import type { Frame } from '../plot-frame.ts';
import type { TargetColors } from './target-colors.ts';

/** Radius in pixels of few and of many samples. */
const [largest, smallest] = [3.4, 1.4];

export interface SampleStyle {
  readonly colors: TargetColors;
  readonly rim: string;
  /** Rings, for samples that are not trained on. */
  readonly hollow?: boolean;
  /** Of outlines that the context can fill, where it is no canvas's. */
  readonly createPath?: (() => Path2D) | undefined;
}

export function sampleRadius(count: number): number {
  return Math.min(largest, Math.max(smallest, 45 / Math.sqrt(Math.max(1, count))));
}

/** @param inputs count x 2, row major, in the units of the frame */
export function drawSamples(
  context: CanvasRenderingContext2D,
  frame: Frame,
  inputs: ArrayLike<number>,
  targets: ArrayLike<number>,
  { colors, rim, hollow = false, createPath = () => new Path2D() }: SampleStyle,
): void {
  const radius = sampleRadius(targets.length);
  const dots = colors.styles.map(() => createPath());
  for (let row = 0; row < targets.length; row++) {
    const x = frame.x(inputs[2 * row] ?? 0);
    const y = frame.y(inputs[2 * row + 1] ?? 0);
    const path = dots[colors.step(targets[row] ?? 0)];
    if (!path) continue;
    path.moveTo(x + radius, y);
    path.ellipse(x, y, radius, radius, 0, 0, 2 * Math.PI);
  }
  context.save();
  context.beginPath();
  context.rect(frame.left, frame.top, frame.width, frame.height);
  context.clip();
  dots.forEach((path, step) => {
    const color = colors.styles[step] ?? rim;
    context.strokeStyle = rim;
    context.lineWidth = hollow ? radius / 2 + 1.6 : Math.min(1, radius / 2);
    context.fillStyle = color;
    if (!hollow) context.fill(path);
    context.stroke(path);
    if (!hollow) return;
    context.strokeStyle = color;
    context.lineWidth = radius / 2;
    context.stroke(path);
  });
  context.restore();
}
