// The Hessian's eigenvalues, a row a lane: a tick above its line for a direction that curves up, below for one that curves down.
import { superscript } from '../../../../src/index.ts';
import { crisp } from '../../../plot/draw-text.ts';
import { ofLane, type PlotTokens } from '../../../plot/plot-tokens.ts';
import type { LaneView } from '../../../session/types.ts';
import { spectrumScale } from './spectrum-scale.ts';

const rowHeight = 22;
const top = 20;
const bottom = 20;
const side = 14;
const tick = 8;

export const spectrumHeight = (lanes: number) => top + lanes * rowHeight + bottom;

export function drawSpectra(
  context: CanvasRenderingContext2D,
  width: number,
  views: readonly LaneView[],
  tokens: PlotTokens,
): void {
  const spectra = views.map(({ curvature }) => curvature?.eigenvalues ?? []);
  const scale = spectrumScale(spectra);
  context.font = tokens.wordFont;
  context.fillStyle = tokens.ink;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillText('spectrum: curving up above the line, down below', 0, 11);
  if (!scale) return;
  const { low, high, place } = scale;
  const x = (part: number) => side + part * (width - 2 * side);
  views.forEach((view, row) => {
    const y = crisp(top + row * rowHeight + rowHeight / 2);
    context.lineWidth = 1;
    context.strokeStyle = tokens.ruleStrong;
    context.beginPath();
    context.moveTo(side, y);
    context.lineTo(width - side, y);
    context.stroke();
    context.lineWidth = 1.5;
    context.strokeStyle = ofLane(tokens.lanes, view.index, tokens.ink);
    context.beginPath();
    for (const value of spectra[row] ?? []) {
      if (!Number.isFinite(value)) continue;
      const at = x(place(value));
      context.moveTo(at, y);
      context.lineTo(at, value >= 0 ? y - tick : y + tick);
    }
    context.stroke();
  });
  const base = top + views.length * rowHeight + 4;
  context.font = tokens.numberFont;
  context.fillStyle = tokens.inkSoft;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  const every = Math.max(1, Math.ceil((high - low) / Math.max(1, Math.floor(width / 44))));
  for (let exponent = high; exponent >= low; exponent -= every) {
    const part = (exponent - low) / (high - low);
    context.fillText(`10${superscript(exponent)}`, x(part), base);
  }
}
