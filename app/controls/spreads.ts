// How widely the two raw inputs vary, and how often more the one than the other: the same number wherever it is said.
import { formatNumber } from '../../src/index.ts';

/** Standard deviations (divided by the number of rows) of two columns, row major. */
export function spreads(inputs: Float64Array): [number, number] {
  const count = inputs.length / 2;
  const spread = (column: number) => {
    let mean = 0;
    for (let i = column; i < inputs.length; i += 2) mean += (inputs[i] ?? 0) / count;
    let sum = 0;
    for (let i = column; i < inputs.length; i += 2) sum += ((inputs[i] ?? 0) - mean) ** 2;
    return Math.sqrt(sum / count);
  };
  return [spread(0), spread(1)];
}

/** Two significant digits, as one says a factor: `1.5`, `100`, `14,000`. */
export const factorInWords = (factor: number) =>
  factor >= 100 && factor < 1e9
    ? Number(factor.toPrecision(2)).toLocaleString('en')
    : formatNumber(factor, 2);

/** Which of two columns varies more widely, and how many times: 1 or more. */
export function compareSpreads(names: readonly [string, string], inputs: Float64Array) {
  const [first, second] = spreads(inputs);
  const [wide, narrow] = first >= second ? names : ([names[1], names[0]] as const);
  return { wide, narrow, factor: Math.max(first, second) / Math.min(first, second) };
}
