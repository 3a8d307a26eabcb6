// How each input scaling is written in Python, for the columns of `inputs`.
import type { Spellings } from './spelling.ts';

export interface ScalingSpelling {
  readonly pytorch: string;
  readonly numpy: string;
  /** What these lines make of one column, in the same float64 arithmetic. */
  column(values: Float64Array): Float64Array;
}

const meanOf = (values: Float64Array) => values.reduce((sum, x) => sum + x, 0) / values.length;

function deviationOf(values: Float64Array): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((x) => (x - mean) ** 2)));
}

const minimumOf = (values: Float64Array) => values.reduce((low, x) => Math.min(low, x), Infinity);
const maximumOf = (values: Float64Array) =>
  values.reduce((high, x) => Math.max(high, x), -Infinity);

/** Linear between ranks, as in NumPy and PyTorch. */
function quantileOf(values: Float64Array, share: number): number {
  const sorted = values.toSorted();
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (position - below);
}

export const scalingSpellings: Spellings<ScalingSpelling | null> = {
  none: null,
  centre: {
    pytorch: 'inputs = inputs - inputs.mean(dim=0)',
    numpy: 'inputs = inputs - inputs.mean(axis=0)',
    column(values) {
      const mean = meanOf(values);
      return values.map((x) => x - mean);
    },
  },
  scale: {
    pytorch: 'inputs = inputs / inputs.std(dim=0, unbiased=False)',
    numpy: 'inputs = inputs / inputs.std(axis=0)',
    column(values) {
      const deviation = deviationOf(values);
      return values.map((x) => x / deviation);
    },
  },
  standard: {
    pytorch: 'inputs = (inputs - inputs.mean(dim=0)) / inputs.std(dim=0, unbiased=False)',
    numpy: 'inputs = (inputs - inputs.mean(axis=0)) / inputs.std(axis=0)',
    column(values) {
      const mean = meanOf(values);
      const deviation = deviationOf(values);
      return values.map((x) => (x - mean) / deviation);
    },
  },
  minmax: {
    pytorch: 'inputs = (inputs - inputs.amin(dim=0)) / (inputs.amax(dim=0) - inputs.amin(dim=0))',
    numpy: 'inputs = (inputs - inputs.min(axis=0)) / (inputs.max(axis=0) - inputs.min(axis=0))',
    column(values) {
      const low = minimumOf(values);
      const range = maximumOf(values) - low;
      return values.map((x) => (x - low) / range);
    },
  },
  'minmax-symmetric': {
    pytorch:
      'inputs = 2 * (inputs - inputs.amin(dim=0)) / (inputs.amax(dim=0) - inputs.amin(dim=0)) - 1',
    numpy:
      'inputs = 2 * (inputs - inputs.min(axis=0)) / (inputs.max(axis=0) - inputs.min(axis=0)) - 1',
    column(values) {
      const low = minimumOf(values);
      const range = maximumOf(values) - low;
      return values.map((x) => (2 * (x - low)) / range - 1);
    },
  },
  maxabs: {
    pytorch: 'inputs = inputs / inputs.abs().amax(dim=0)',
    numpy: 'inputs = inputs / np.abs(inputs).max(axis=0)',
    column(values) {
      const size = maximumOf(values.map(Math.abs));
      return values.map((x) => x / size);
    },
  },
  constant: {
    pytorch: 'inputs = inputs / 255',
    numpy: 'inputs = inputs / 255',
    column: (values) => values.map((x) => x / 255),
  },
  robust: {
    pytorch:
      'inputs = (inputs - inputs.quantile(0.5, dim=0)) / (inputs.quantile(0.75, dim=0) - inputs.quantile(0.25, dim=0))',
    numpy:
      'inputs = (inputs - np.median(inputs, axis=0)) / (np.quantile(inputs, 0.75, axis=0) - np.quantile(inputs, 0.25, axis=0))',
    column(values) {
      const middle = quantileOf(values, 0.5);
      const width = quantileOf(values, 0.75) - quantileOf(values, 0.25);
      return values.map((x) => (x - middle) / width);
    },
  },
};

/** How far, relative to a column's largest number, a formula may be from what the lane trains on. */
const tolerance = 1e-13;

/**
 * The line for inputs that it scales as the lane did. Null where plain arithmetic would not: where a column is constant,
 * or so far from 0 that its mean or its spread loses digits.
 */
export function exactSpelling(
  id: string,
  raw: Float64Array,
  scaled: Float64Array,
): ScalingSpelling | null {
  const spelling = Object.hasOwn(scalingSpellings, id) ? scalingSpellings[id] : null;
  return spelling &&
    [0, 1].every((column) => {
      const expected = columnOf(scaled, column);
      const actual = spelling.column(columnOf(raw, column));
      const size = maximumOf(expected.map(Math.abs));
      return expected.every((x, row) => Math.abs(actual[row] - x) <= tolerance * size);
    })
    ? spelling
    : null;
}

const columnOf = (inputs: Float64Array, column: number) =>
  inputs.filter((_value, index) => index % 2 === column);
