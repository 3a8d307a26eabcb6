// What lies above a clipped surface's cut: hatched, with a line around it.
import type { Frame } from './plot-frame.ts';

/** Distance of the stripes, in CSS pixels along x. */
export const hatchStep = 9;
export const hatchStyle = 'rgba(26, 26, 26, 0.5)';
export const cutStyle = 'rgba(26, 26, 26, 0.8)';
export const cutWidth = 1.4;

/** @param outline of the part that is cut off */
export function drawCut(
  context: CanvasRenderingContext2D,
  frame: Pick<Frame, 'left' | 'top' | 'width' | 'height'>,
  outline: Path2D,
): void {
  const { left, top, width, height } = frame;
  context.save();
  context.strokeStyle = cutStyle;
  context.lineWidth = cutWidth;
  context.stroke(outline);
  context.clip(outline, 'evenodd');
  context.beginPath();
  for (let x = left - height; x < left + width; x += hatchStep) {
    context.moveTo(x, top + height);
    context.lineTo(x + height, top);
  }
  context.strokeStyle = hatchStyle;
  context.lineWidth = 1;
  context.stroke();
  context.restore();
}
