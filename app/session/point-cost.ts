// What one point of a surface costs on an ordinary machine: counted, not measured, so that it is the same on every one.
import type { DrawnLoss, Lane } from '../../src/index.ts';

/** Milliseconds for one weight and one unit, for each row of the samples. */
const perWeight = 1.5e-7;
const perUnit = 1.2e-6;
/** Without instructions made for the network it takes so many times as long. */
const slowness = 8;

/** In milliseconds. */
export function ordinaryCost({ objective }: Lane, { objective: { layout } }: DrawnLoss): number {
  const units = layout.layers.reduce((sum, layer) => sum + layer.units, 0);
  const once = perWeight * layout.size + perUnit * units;
  return objective.samples.count * once * (objective.kernel === 'wasm' ? 1 : slowness);
}
