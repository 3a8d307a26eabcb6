// The ground below samples: the network's output as bands of colour, and the border between two classes as a line.
import { rgb } from 'd3-color';
import { at } from '../../../plot/numeric.ts';
import type { Frame } from '../../../plot/plot-frame.ts';
import { targetSteps, type TargetColors } from '../../../plot/samples/target-colors.ts';

export interface OutputGround {
  /** Outputs at the corners of a grid over the frame's window, row by row from the bottom. */
  readonly values: Float64Array;
  readonly columns: number;
  readonly rows: number;
  readonly colors: TargetColors;
  /** Colour of the line where the output is in the middle of its scale; null for none. */
  readonly border: string | null;
}

/** Fills the frame, one colour a pixel: between corners the output is interpolated. */
export function drawOutput(
  context: CanvasRenderingContext2D,
  frame: Frame,
  ground: OutputGround,
): void {
  const { width, height } = frame;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const sheet = canvas.getContext('2d');
  if (!sheet) return;
  const image = sheet.createImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  const palette = ground.colors.styles.map(packed);
  const line = ground.border === null ? null : packed(ground.border);
  const above = new Uint8Array(width);
  for (let y = 0; y < height; y++) {
    let before = 0;
    for (let x = 0; x < width; x++) {
      const step = ground.colors.step(valueAt(ground, x / (width - 1), 1 - y / (height - 1)));
      const side = step < targetSteps / 2 ? 0 : 1;
      const crosses = (x > 0 && side !== before) || (y > 0 && side !== above[x]);
      pixels[y * width + x] = line !== null && crosses ? line : (palette[step] ?? 0);
      before = side;
      above[x] = side;
    }
  }
  sheet.putImageData(image, 0, 0);
  context.drawImage(canvas, frame.left, frame.top, width, height);
}

/** @param u and `v`: the place in the window, 0 to 1 from left and from the bottom */
function valueAt({ values, columns, rows }: OutputGround, u: number, v: number): number {
  const [x, y] = [u * (columns - 1), v * (rows - 1)];
  const [column, row] = [Math.min(Math.floor(x), columns - 2), Math.min(Math.floor(y), rows - 2)];
  const [right, up] = [x - column, y - row];
  const k = row * columns + column;
  const low = at(values, k) * (1 - right) + at(values, k + 1) * right;
  const high = at(values, k + columns) * (1 - right) + at(values, k + columns + 1) * right;
  return low * (1 - up) + high * up;
}

/** A colour as a canvas holds it, red first in memory. */
function packed(style: string): number {
  const { r, g, b } = rgb(style);
  return ((255 << 24) | (Math.round(b) << 16) | (Math.round(g) << 8) | Math.round(r)) >>> 0;
}
