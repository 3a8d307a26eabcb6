// CSS colours as the numbers that shaders take: sRGB as it is, since nothing converts what they give out.
import { rgb } from 'd3-color';
import type { Vector3 } from 'three';

/** Writes red, green and blue, 0 to 1, of a CSS colour into `out`. */
export function setColor(out: Vector3, color: string): Vector3 {
  const { r, g, b } = rgb(color);
  return Number.isNaN(r) ? out.set(0.5, 0.5, 0.5) : out.set(r / 255, g / 255, b / 255);
}
