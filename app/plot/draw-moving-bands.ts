// The iso-bands of a surface that moves: every pixel of the plot coloured by its height, and the lines between bands.
// At rest `drawBands` draws the same picture from outlines, sharp at any scale; this one is ten times as fast.
import type { LossScale, Surface } from '../../src/index.ts';
import { colourPixels } from './colour-pixels.ts';
import { lineStyle, lineWidth } from './draw-bands.ts';
import { cutStyle, cutWidth } from './draw-cut.ts';
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
