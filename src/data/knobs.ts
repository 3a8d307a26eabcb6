// The numbers that a data set has beside count, noise and seed.
import type { Knob } from '../knob.ts';
import type { SampleOptions } from './dataset.ts';

/**
 * One number for each knob, in their order: from `options.knobs`, or given by its id beside the other options, or else
 * the knob's initial value.
 * @throws {RangeError} on a number outside its knob's ends
 */
export function knobValues(knobs: readonly Knob[], options: SampleOptions): number[] {
  const given = new Map<string, unknown>([
    ...Object.entries(options),
    ...Object.entries(options.knobs ?? {}),
  ]);
  return knobs.map(({ id, min, max, initial, integer }) => {
    const value = given.get(id) ?? initial;
    const fits = typeof value === 'number' && value >= min && value <= max;
    if (fits && (!integer || Number.isInteger(value))) return value;
    const kind = integer ? 'whole number' : 'number';
    throw new RangeError(`invalid ${id}: ${String(value)} (a ${kind} from ${min} to ${max})`);
  });
}
