// The filled iso-bands of a surface, with a thin line at each level.
import type { LossScale, Surface } from '../../src/index.ts';
import { bandStyles } from '../color-map.ts';
import { bandRegions } from './contour-bands.ts';
import type { BandRegion } from './contour-bands.ts';
import { drawCut } from './draw-cut.ts';
import type { Frame } from './plot-frame.ts';

/** Light enough to read as an engraved line on dark bands, and to vanish into the brightest. */
export const lineStyle = 'rgba(255, 255, 255, 0.34)';

export const lineWidth = 0.75;

/** @param createPath makes an outline that the context can fill and stroke */
export function drawBands(
  context: CanvasRenderingContext2D,
  frame: Frame,
  surface: Surface,
  scale: LossScale,
  createPath: () => Path2D = () => new Path2D(),
): void {
  const styles = bandStyles(scale.bands);
  const [uMin, uMax, vMin, vMax] = surface.plane.extent;
  const left = frame.x(uMin);
  const top = frame.y(vMax);
  context.save();
  context.beginPath();
  context.rect(frame.left, frame.top, frame.width, frame.height);
  context.clip();
  context.beginPath();
  context.rect(left, top, frame.x(uMax) - left, frame.y(vMin) - top);
  context.clip();

  // From the lowest band upwards, each over the one before: no seam can show between two of them.
  context.fillStyle = styles[0] ?? 'none';
  context.fill();
  const outlines = bandRegions(surface, scale.levels).map((region) =>
    outline(region, frame, createPath()),
  );
  outlines.forEach((path, k) => {
    context.fillStyle = styles[k + 1] ?? 'none';
    context.fill(path, 'evenodd');
  });
  context.strokeStyle = lineStyle;
  context.lineWidth = lineWidth;
  for (const path of outlines) context.stroke(path);
  if (scale.clip !== null) {
    for (const region of bandRegions(surface, [scale.clip])) {
      drawCut(context, frame, outline(region, frame, createPath()));
    }
  }
  context.restore();
}

function outline(region: BandRegion, frame: Frame, path: Path2D): Path2D {
  for (const ring of region.rings) {
    ring.forEach(([u = 0, v = 0], k) => {
      if (k === 0) path.moveTo(frame.x(u), frame.y(v));
      else path.lineTo(frame.x(u), frame.y(v));
    });
    path.closePath();
  }
  return path;
}
