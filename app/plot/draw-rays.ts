// Rays from (0, 0), along each of which the loss stays the same where batch norm takes the length of the weights away.
import type { Frame } from './plot-frame.ts';

type RayFrame = Pick<Frame, 'x' | 'y' | 'left' | 'top' | 'width' | 'height'>;

/** Evenly around, as the plot shows it: they mark what holds for every direction. */
const rays = 12;
const light = 'rgba(255, 255, 255, 0.85)';
const dark = 'rgba(0, 0, 0, 0.45)';

/** Ends of the rays in pixels, all of them outside the plot area unless the origin is far away. */
export function rayEnds(frame: RayFrame): (readonly [number, number])[] {
  const [x, y] = [frame.x(0), frame.y(0)];
  const reach =
    Math.max(
      Math.abs(x - frame.left),
      Math.abs(x - frame.left - frame.width),
      Math.abs(y - frame.top),
      Math.abs(y - frame.top - frame.height),
    ) * 1.5;
  return Array.from({ length: rays }, (_, k) => {
    const angle = (2 * Math.PI * (k + 0.5)) / rays;
    return [x + reach * Math.cos(angle), y - reach * Math.sin(angle)] as const;
  });
}

export function drawRays(context: CanvasRenderingContext2D, frame: RayFrame): void {
  const [x, y] = [frame.x(0), frame.y(0)];
  if (!Number.isFinite(x) || !Number.isFinite(y)) return;
  context.save();
  context.beginPath();
  context.rect(frame.left, frame.top, frame.width, frame.height);
  context.clip();
  for (const [color, width] of [
    [dark, 2.5],
    [light, 1],
  ] as const) {
    context.beginPath();
    for (const [endX, endY] of rayEnds(frame)) {
      context.moveTo(x, y);
      context.lineTo(endX, endY);
    }
    context.strokeStyle = color;
    context.lineWidth = width;
    context.setLineDash([2, 5]);
    context.stroke();
  }
  context.restore();
}
