// Every pixel of a plot coloured by the height of the surface there.
import type { LossScale, Surface } from '../../src/index.ts';
import { bandColors } from '../color-map.ts';
import { hatchStep } from './draw-cut.ts';
import type { Frame } from './plot-frame.ts';

/** Where the middle of each of `count` pixels lies between grid points: the one before it, and how far beyond; -1 outside. */
function betweenPoints(count: number, points: number, position: (pixel: number) => number) {
  const before = new Int32Array(count);
  const beyond = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    const at = position(k + 0.5) * (points - 1);
    const isInside = at >= 0 && at <= points - 1;
    before[k] = isInside ? Math.min(Math.floor(at), points - 2) : -1;
    beyond[k] = at - (before[k] ?? 0);
  }
  return { before, beyond };
}

/** Bilinear between grid points, as the lines between bands are; transparent outside the surface. */
export function colourPixels(
  image: Pick<ImageData, 'width' | 'height' | 'data'>,
  frame: Frame,
  surface: Surface,
  scale: LossScale,
): void {
  const { width, height } = image;
  const data = new Uint32Array(image.data.buffer);
  const palette = paletteOf(scale.bands);
  const { columns, rows, heights } = surface;
  const [uMin, uMax, vMin, vMax] = surface.plane.extent;
  const levels = Float64Array.from(scale.levels);
  const last = scale.bands - 1;
  const cut = scale.clip ?? Infinity;
  const isCut = cut < Infinity;
  const hatched = hatchedColor(palette[last] ?? 0);
  const across = betweenPoints(
    width,
    columns,
    (px) => (frame.u(frame.left + px) - uMin) / (uMax - uMin),
  );
  const up = betweenPoints(height, rows, (py) => (frame.v(frame.top + py) - vMin) / (vMax - vMin));
  const line = new Float64Array(columns);
  let band = 0;
  // Of the band: a neighbour is mostly in the same one.
  let low = -Infinity;
  let high = levels[0] ?? Infinity;
  for (let py = 0; py < height; py++) {
    const row = up.before[py] ?? -1;
    if (row < 0) {
      data.fill(0, py * width, (py + 1) * width);
      continue;
    }
    const share = up.beyond[py] ?? 0;
    for (let k = 0; k < columns; k++) {
      const below = heights[row * columns + k] ?? NaN;
      const above = heights[(row + 1) * columns + k] ?? NaN;
      line[k] = (1 - share) * below + share * above;
    }
    for (let px = 0; px < width; px++) {
      const column = across.before[px] ?? -1;
      if (column < 0) {
        data[py * width + px] = 0;
        continue;
      }
      const right = across.beyond[px] ?? 0;
      const loss = (1 - right) * (line[column] ?? NaN) + right * (line[column + 1] ?? NaN);
      if (!(loss >= low && loss < high)) {
        // What is not a number has overflowed, and is anything but low.
        if (loss !== loss) band = last;
        while (band < last && loss >= (levels[band] ?? Infinity)) band++;
        while (band > 0 && loss < (levels[band - 1] ?? -Infinity)) band--;
        low = band > 0 ? (levels[band - 1] ?? -Infinity) : -Infinity;
        high = band < last ? (levels[band] ?? Infinity) : Infinity;
      }
      // As `drawCut` hatches it: stripes that rise to the right.
      const isHatched =
        isCut && !(loss < cut) && (px + py - height + hatchStep * height) % hatchStep === 0;
      data[py * width + px] = (isHatched ? hatched : palette[band]) ?? 0;
    }
  }
}

/** The brightest band under a stripe of `hatchStyle`. */
function hatchedColor(pixel: number): number {
  const bytes = new Uint8Array(Uint32Array.of(pixel).buffer);
  for (let k = 0; k < 3; k++) bytes[k] = Math.round(((bytes[k] ?? 0) + 26) / 2);
  return new Uint32Array(bytes.buffer)[0] ?? pixel;
}

const palettes = new Map<number, Uint32Array>();

/** The bands' colours as pixels in the byte order of this machine. */
function paletteOf(bands: number): Uint32Array {
  const known = palettes.get(bands);
  if (known) return known;
  const colors = bandColors(bands);
  const bytes = new Uint8ClampedArray(4 * bands);
  for (let k = 0; k < bands; k++) {
    bytes.set(colors.subarray(3 * k, 3 * k + 3), 4 * k);
    bytes[4 * k + 3] = 255;
  }
  const palette = new Uint32Array(bytes.buffer);
  palettes.set(bands, palette);
  return palette;
}
