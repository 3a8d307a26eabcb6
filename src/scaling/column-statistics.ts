// What a scaling needs to know of each input column, computed so that neither large offsets nor tiny spreads spoil it.

export interface ColumnStatistics {
  readonly minimum: number;
  readonly maximum: number;
  /** `mean + residual` is the mean: the nearest float64, and what that rounding left over. */
  readonly mean: number;
  readonly residual: number;
  /** Standard deviation, with division by the number of rows. */
  readonly deviation: number;
  /** Whether there is no spread to divide by: all values equal, or so close that its reciprocal overflows. */
  readonly constant: boolean;
}

/** Inputs up to this size, and spreads down to its reciprocal, leave room for differences and reciprocals. */
export const largest = 1e300;

/**
 * @param inputs count x 2, row major
 * @throws {RangeError} if there are no rows, half a row, or an input that is not finite or larger than 1e300
 */
export function columnStatistics(inputs: Float64Array): [ColumnStatistics, ColumnStatistics] {
  checkInputs(inputs);
  return [describeColumn(inputs, 0, 2), describeColumn(inputs, 1, 2)];
}

/** @throws {RangeError} as `columnStatistics`, naming the first row that is at fault */
export function checkInputs(inputs: Float64Array) {
  if (inputs.length === 0 || inputs.length % 2 !== 0) {
    throw new RangeError(`invalid inputs: ${inputs.length} numbers (at least one row of two)`);
  }
  for (let i = 0; i < inputs.length; i++) {
    if (Math.abs(inputs[i]) <= largest) continue;
    const flaw = Number.isFinite(inputs[i]) ? 'oversized' : 'non-finite';
    const place = `row ${Math.floor(i / 2) + 1}, column ${(i % 2) + 1}`;
    throw new RangeError(`${flaw} input: ${inputs[i]} (${place}; at most ${largest} in size)`);
  }
}

/** @param inputs count x columns, row major; at least one row, all finite and at most 1e300 in size */
export function describeColumn(
  inputs: Float64Array,
  column: number,
  columns: number,
): ColumnStatistics {
  const count = inputs.length / columns;
  let minimum = Infinity;
  let maximum = -Infinity;
  for (let i = column; i < inputs.length; i += columns) {
    minimum = Math.min(minimum, inputs[i]);
    maximum = Math.max(maximum, inputs[i]);
  }

  // Differences to a value of the column are exact where a large offset would swallow the digits of a plain sum.
  const averageFrom = (origin: number) => {
    let sum = 0;
    for (let i = column; i < inputs.length; i += columns) sum += inputs[i] - origin;
    return sum / count;
  };
  const mean = minimum + averageFrom(minimum);
  const residual = averageFrom(mean);

  // In units of the range, squares neither overflow nor vanish.
  const range = maximum - minimum;
  const constant = range < 1 / largest;
  let squares = 0;
  for (let i = column; i < inputs.length && !constant; i += columns) {
    const part = (inputs[i] - mean - residual) / range;
    squares += part * part;
  }
  const deviation = range * Math.sqrt(squares / count);
  return { minimum, maximum, mean, residual, deviation, constant };
}
