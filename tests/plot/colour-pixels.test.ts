// The pixels of a moving surface: each in the band of the loss at its middle.
import { expect, test } from 'vitest';
import { bandColors } from '../../app/color-map.ts';
import { colourPixels } from '../../app/plot/colour-pixels.ts';
import { fitFrame } from '../../app/plot/plot-frame.ts';
import { createLossScale, type Surface } from '../../src/index.ts';

const [columns, rows] = [9, 7];
const extent = [-2, 2, -1, 3] as const;

function surfaceOf(height: (u: number, v: number) => number): Surface {
  const heights = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const u = -2 + (4 * column) / (columns - 1);
      const v = -1 + (4 * row) / (rows - 1);
      heights[row * columns + column] = height(u, v);
    }
  }
  const plane = { extent } as unknown as Surface['plane'];
  return { columns, rows, heights, min: 0, max: 20, plane, version: 1 };
}

/** The loss between grid points, written as differently as it can be. */
function lossAt({ heights }: Surface, u: number, v: number): number {
  const x = ((u + 2) / 4) * (columns - 1);
  const y = ((v + 1) / 4) * (rows - 1);
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const weight = Math.max(0, 1 - Math.abs(x - column)) * Math.max(0, 1 - Math.abs(y - row));
      if (weight > 0) sum += weight * (heights[row * columns + column] ?? NaN);
    }
  }
  return sum;
}

function paint(surface: Surface, window: readonly [number, number, number, number], clip?: number) {
  const [width, height] = [60, 50];
  const scale = createLossScale(clip ? 'clip' : 'linear', 0, 20, 14, clip);
  const margins = { left: 0, right: 0, top: 0, bottom: 0 };
  const frame = fitFrame(width, height, margins, window, false);
  if (!frame) throw new Error('no frame');
  const image = { width, height, data: new Uint8ClampedArray(4 * width * height) };
  // What was there before is painted over.
  image.data.fill(7);
  colourPixels(image as ImageData, frame, surface, scale);
  return { ...image, frame, scale };
}

test('every pixel has the colour of the band that the loss at its middle lies in', () => {
  const surface = surfaceOf((u, v) => u * u + 3 * (v - 1) * (v - 1) + u);
  const { width, height, data, frame, scale } = paint(surface, extent);
  const colors = bandColors(scale.bands);
  const seen = new Set<number>();
  for (let py = 0; py < height; py++) {
    for (let px = 0; px < width; px++) {
      const loss = lossAt(surface, frame.u(px + 0.5), frame.v(py + 0.5));
      // On the border of two bands rounding decides.
      if (scale.levels.some((level) => Math.abs(level - loss) < 1e-9)) continue;
      const band = scale.levels.filter((level) => level <= loss).length;
      seen.add(band);
      const at = 4 * (py * width + px);
      expect([...data.subarray(at, at + 4)]).toEqual([
        ...colors.subarray(3 * band, 3 * band + 3),
        255,
      ]);
    }
  }
  expect(seen.size).toBeGreaterThan(10);
});

test('what lies outside the surface is transparent, and what has overflowed is anything but low', () => {
  const surface = surfaceOf((u) => (u > 1 ? NaN : 0));
  const { width, height, data, frame, scale } = paint(surface, [-3, 3, -2, 4]);
  const highest = bandColors(scale.bands).subarray(3 * (scale.bands - 1));
  for (let py = 0; py < height; py++) {
    for (let px = 0; px < width; px++) {
      const [u, v] = [frame.u(px + 0.5), frame.v(py + 0.5)];
      const at = 4 * (py * width + px);
      const isInside = u >= -2 && u <= 2 && v >= -1 && v <= 3;
      expect(data[at + 3]).toBe(isInside ? 255 : 0);
      if (isInside && u > 1) expect([...data.subarray(at, at + 3)]).toEqual([...highest]);
    }
  }
});

test('above the cut there are stripes, below it none', () => {
  const surface = surfaceOf((u) => 4 + u);
  const cut = paint(surface, extent, 5);
  const whole = paint(surface, extent);
  const colorsOf = ({ data, width, height, frame }: typeof cut, isAbove: boolean) => {
    const found = new Set<string>();
    for (let py = 0; py < height; py++) {
      for (let px = 0; px < width; px++) {
        if (frame.u(px + 0.5) > 1 !== isAbove) continue;
        const at = 4 * (py * width + px);
        found.add(data.subarray(at, at + 4).join());
      }
    }
    return found;
  };
  expect(colorsOf(cut, true).size).toBe(2);
  expect(colorsOf(whole, true).size).toBe(1);
  // The highest band reaches down from the cut; the stripes do not.
  const below = colorsOf(cut, false);
  expect([...colorsOf(cut, true)].filter((color) => below.has(color))).toHaveLength(1);
});
