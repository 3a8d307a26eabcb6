// The samples that all lanes train on, as a table to begin with.
import { csvFormatRows } from 'd3-dsv';
import type { FigureSession } from '../../session/types.ts';

/** Numbers in full, so that the same table is the same data; empty where there is no lane. */
export function tableOfSamples(session: FigureSession): string {
  const [view] = session.views;
  if (!view) return '';
  const { features, rawSamples } = view.lane;
  const target = features.includes('y') ? 'target' : 'y';
  const rows = Array.from(rawSamples.targets, (value, row) => [
    String(rawSamples.inputs[2 * row]),
    String(rawSamples.inputs[2 * row + 1]),
    String(value),
  ]);
  return csvFormatRows([[...features, target], ...rows]);
}
