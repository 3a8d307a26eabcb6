// The colours of a lane's losses as a strip with numbers.
import type { LossScale } from '../../../../src/index.ts';
import { bandStyles } from '../../../color-map.ts';
import { hasRange, legendMarks, targetPlace } from '../../../plot/legend-marks.ts';
import { drawCut } from '../../../plot/draw-cut.ts';
import type { PlotTokens } from '../../../plot/plot-tokens.ts';
import type { Pen } from '../pen.ts';

/** What it takes beside the plot, in CSS pixels. */
export const legendWidth = 92;

const stripWidth = 12;
/** The word is left out where a number stands nearer than this part of the strip. */
const wordRoom = 0.06;

export function drawLegend(
  pen: Pen,
  place: { readonly left: number; readonly top: number; readonly height: number },
  scale: LossScale,
  target: number,
  tokens: PlotTokens,
): void {
  const cutRoom = scale.clip === null ? 0 : 16;
  const top = place.top + 14 + cutRoom;
  const height = place.height - 14 - cutRoom;
  const styles = bandStyles(scale.bands);
  const shown = !hasRange(scale) ? styles.slice(-1) : scale.isFlat ? styles.slice(0, 1) : styles;
  shown.forEach((style, k) => {
    pen.fillStyle = style;
    const [from, to] = [k, k + 1].map((n) => top + height * (1 - n / shown.length));
    // A hair more, so that no seam shows between two bands.
    pen.fillRect(place.left, to ?? top, stripWidth, (from ?? 0) - (to ?? 0) + (k > 0 ? 0.5 : 0));
  });
  pen.font = tokens.wordFont;
  pen.textAlign = 'left';
  pen.textBaseline = 'alphabetic';
  pen.fillStyle = tokens.inkSoft;
  pen.fillText('loss', place.left, place.top + 6);
  pen.font = tokens.numberFont;
  pen.textBaseline = 'middle';
  if (scale.clip !== null) {
    pen.save();
    pen.fillStyle = styles.at(-1) ?? 'none';
    pen.fillRect(place.left, top - cutRoom, stripWidth, cutRoom - 3);
    const cap = pen.createPath?.() ?? new Path2D();
    cap.rect(place.left, top - cutRoom, stripWidth, cutRoom - 3);
    const area = { left: place.left, top: top - cutRoom, width: stripWidth, height: cutRoom - 3 };
    drawCut(pen, area, cap);
    pen.restore();
    pen.fillText('cut', place.left + stripWidth + 6, top - cutRoom / 2 - 2);
  }
  const marks = legendMarks(scale);
  for (const { place: part, text } of marks) {
    pen.fillText(text, place.left + stripWidth + 6, top + height * (1 - part));
  }
  const goal = targetPlace(scale, target);
  if (goal === null) return;
  const y = top + height * (1 - goal);
  pen.strokeStyle = tokens.ink;
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.moveTo(place.left - 3, y);
  pen.lineTo(place.left + stripWidth + 3, y);
  pen.stroke();
  if (marks.some((mark) => Math.abs(mark.place - goal) < wordRoom)) return;
  pen.fillStyle = tokens.ink;
  pen.fillText('target', place.left + stripWidth + 6, y);
}
