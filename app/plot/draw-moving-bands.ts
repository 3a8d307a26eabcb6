// The iso-bands of a surface that moves: every pixel of the plot coloured by its height, and the lines between bands.
// At rest `drawBands` draws the same picture from outlines, sharp at any scale; this one is ten times as fast.
import type { LossScale, Surface } from '../../src/index.ts';
import { bandColors } from '../color-map.ts';
import { lineStyle, lineWidth } from './draw-bands.ts';
import { cutStyle, cutWidth, hatchStep } from './draw-cut.ts';
import { contourSegments, createSegments, type Segments } from './marching-squares.ts';
import type { Frame } from './plot-frame.ts';

export interface MovingBands {
  draw(
    context: CanvasRenderingContext2D,
    frame: Frame,
    surface: Surface,
    scale: LossScale,
    ratio: number,
  ): void;
}

/** Keeps its buffers from picture to picture. */
export function createMovingBands(): MovingBands {
  const segments = createSegments();
  let canvas: HTMLCanvasElement | null = null;
  let image: ImageData | null = null;

  /** An image of the plot area, one pixel for each CSS pixel. */
  const imageOf = (width: number, height: number, owner: Document) => {
    canvas ??= owner.createElement('canvas');
    if (canvas.width !== width || canvas.height !== height || !image) {
      canvas.width = width;
      canvas.height = height;
      image = new ImageData(width, height);
    }
    return image;
  };

  return {
    draw(context, frame, surface, scale, ratio) {
      const pixels = imageOf(frame.width, frame.height, context.canvas.ownerDocument);
      colourPixels(pixels, frame, surface, scale);
      canvas?.getContext('2d')?.putImageData(pixels, 0, 0);
      context.save();
      context.beginPath();
      context.rect(frame.left, frame.top, frame.width, frame.height);
      context.clip();
      context.imageSmoothingEnabled = ratio > 1;
      if (canvas) context.drawImage(canvas, frame.left, frame.top, frame.width, frame.height);
      contourSegments(surface, scale.levels, segments);
      context.beginPath();
      traceSegments(context, frame, segments);
      context.strokeStyle = lineStyle;
      context.lineWidth = lineWidth;
      context.stroke();
      if (scale.clip !== null) {
        contourSegments(surface, [scale.clip], segments);
        context.beginPath();
        traceSegments(context, frame, segments);
        context.strokeStyle = cutStyle;
        context.lineWidth = cutWidth;
        context.stroke();
      }
      context.restore();
    },
  };
}

function traceSegments(context: CanvasRenderingContext2D, frame: Frame, segments: Segments): void {
  const { coordinates, length } = segments;
  for (let k = 0; k < length; k += 4) {
    context.moveTo(frame.x(coordinates[k] ?? 0), frame.y(coordinates[k + 1] ?? 0));
    context.lineTo(frame.x(coordinates[k + 2] ?? 0), frame.y(coordinates[k + 3] ?? 0));
  }
}

/** Bilinear between grid points, as the lines are; transparent outside the surface. */
function colourPixels(image: ImageData, frame: Frame, surface: Surface, scale: LossScale): void {
  const { width, height } = image;
  const data = new Uint32Array(image.data.buffer);
  const palette = paletteOf(scale.bands);
  const { columns, rows, heights } = surface;
  const [uMin, uMax, vMin, vMax] = surface.plane.extent;
  const last = scale.bands - 1;
  const cut = scale.clip;
  const hatched = hatchedColor(palette[last] ?? 0);
  for (let py = 0; py < height; py++) {
    const y = ((frame.v(frame.top + py + 0.5) - vMin) / (vMax - vMin)) * (rows - 1);
    if (!(y >= 0 && y <= rows - 1)) {
      data.fill(0, py * width, (py + 1) * width);
      continue;
    }
    const row = Math.min(Math.floor(y), rows - 2);
    const up = y - row;
    for (let px = 0; px < width; px++) {
      const x = ((frame.u(frame.left + px + 0.5) - uMin) / (uMax - uMin)) * (columns - 1);
      if (!(x >= 0 && x <= columns - 1)) {
        data[py * width + px] = 0;
        continue;
      }
      const column = Math.min(Math.floor(x), columns - 2);
      const right = x - column;
      const k = row * columns + column;
      const lower = (1 - right) * (heights[k] ?? NaN) + right * (heights[k + 1] ?? NaN);
      const upper =
        (1 - right) * (heights[k + columns] ?? NaN) + right * (heights[k + columns + 1] ?? NaN);
      const loss = (1 - up) * lower + up * upper;
      // What is not a number has overflowed, and is anything but low.
      const band =
        loss === loss ? Math.min(last, Math.floor(scale.color(loss) * scale.bands)) : last;
      // As `drawCut` hatches it: stripes that rise to the right.
      const isHatched =
        cut !== null && !(loss < cut) && (px + py - height + hatchStep * height) % hatchStep === 0;
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
