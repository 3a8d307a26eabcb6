// Where everything lies in a kernel's memory.
import type { Lanes } from './lanes.ts';

/** Addresses in bytes. A column is one number for each row of the samples, padded to whole vectors. */
export interface MemoryMap {
  readonly columnBytes: number;
  readonly inputs: readonly [number, number];
  readonly targets: number;
  /** All bits set where there is a row, none in the padding. */
  readonly mask: number;
  /** float64, one for each parameter: the plane, and `origin + b v` for the row of the grid at hand. */
  readonly origin: number;
  readonly u: number;
  readonly v: number;
  readonly row: number;
  /** float64, one for each unit that batch norm measures: statistics that are given. */
  readonly means: number;
  readonly variances: number;
  /** float64: what has been taken away from each input. */
  readonly centres: number;
  /** Where columns begin that belong to one kind of slice. */
  readonly columns: number;
}

/** @param count of rows */
export function createMemoryMap(
  { count: lanes }: Lanes,
  count: number,
  parameters: number,
  normalizedUnits: number,
): MemoryMap {
  const columnBytes = 16 * Math.ceil(count / lanes);
  const origin = 4 * columnBytes;
  const bytes = 8 * parameters;
  const means = origin + 4 * bytes;
  const variances = means + 8 * normalizedUnits;
  const centres = variances + 8 * normalizedUnits;
  return {
    columnBytes,
    inputs: [0, columnBytes],
    targets: 2 * columnBytes,
    mask: 3 * columnBytes,
    origin,
    u: origin + bytes,
    v: origin + 2 * bytes,
    row: origin + 3 * bytes,
    means,
    variances,
    centres,
    columns: aligned(centres + 16),
  };
}

export const aligned = (address: number) => 16 * Math.ceil(address / 16);
