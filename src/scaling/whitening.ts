// Whitening: both inputs get one spread and lose their correlation, with axes turned or put back.
import { principalAxes } from './principal-axes.ts';
import type { InputMap } from './scaling.ts';

export interface Whitening {
  /** Whether the whitened rows are turned back, so that each input stays as near to itself as can be. */
  readonly turnBack: boolean;
  /** Subtracted from the number of rows that squares are divided by, to give variance 1. */
  readonly freedom: 0 | 1;
}

/**
 * A constant column is only centred. Of columns that determine each other the second axis has no spread: it stays
 * in units of the second column's deviation, at 0 but for rounding.
 *
 * @param inputs count x 2, row major
 * @throws {RangeError} as `columnStatistics`
 */
export function fitWhitening(inputs: Float64Array, { turnBack, freedom }: Whitening): InputMap {
  const { columns, primary, units, ratio, lean, spreads } = principalAxes(inputs);
  const other = 1 - primary;
  const count = inputs.length / 2;
  const correction = Math.sqrt(Math.max(count - freedom, 1) / count);
  const [majorScale, minorScale] = spreads.map((spread) => correction / spread);
  const slope = lean * ratio * ratio;
  // The turn between the columns and the axes, in the columns' common units.
  const tangent = lean * ratio;
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = cosine * lean * ratio;

  /** Whitened axes to outputs, and back: a rotation, or the axes themselves, of which one points most along each column. */
  const turn = (major: number, minor: number): readonly [number, number] =>
    turnBack ? [cosine * major - sine * minor, sine * major + cosine * minor] : [major, minor];
  const turnAgain = (first: number, second: number): readonly [number, number] =>
    turnBack ? [cosine * first + sine * second, cosine * second - sine * first] : [first, second];
  /** Where the two outputs go: turned back, the primary column keeps its place; else the major axis comes first. */
  const firstPlace = turnBack ? primary : 0;
  const secondPlace = 1 - firstPlace;

  const whiten = (p: number, q: number) =>
    turn((p + slope * q) * majorScale, (q - lean * p) * minorScale);
  const unwhiten = (first: number, second: number): readonly [number, number] => {
    const [a, b] = turnAgain(first, second);
    const major = a / majorScale;
    const minor = b / minorScale;
    const size = 1 + slope * lean;
    return [(major - slope * minor) / size, (minor + lean * major) / size];
  };

  const matrix = new Float64Array(4);
  const place = (column: number, [first, second]: readonly [number, number]) => {
    matrix[2 * firstPlace + column] = first;
    matrix[2 * secondPlace + column] = second;
  };
  place(primary, whiten(1 / units[0], 0));
  place(other, whiten(0, 1 / units[1]));
  const middle = columns.map(({ mean, residual }) => mean + residual);

  return {
    matrix,
    shift: Float64Array.from(
      [0, 1],
      (k) => -(matrix[2 * k] * middle[0] + matrix[2 * k + 1] * middle[1]),
    ),
    constant: [columns[0].constant, columns[1].constant],
    // As elsewhere, centred before anything else: `matrix` and `shift` would cancel the digits of columns far from 0.
    apply: mapRows((row, out) => {
      const centred = (column: number) =>
        row[column] - columns[column].mean - columns[column].residual;
      const [first, second] = whiten(centred(primary) / units[0], centred(other) / units[1]);
      out[firstPlace] = first;
      out[secondPlace] = second;
    }),
    invert: mapRows((row, out) => {
      const [p, q] = unwhiten(row[firstPlace], row[secondPlace]);
      out[primary] = p * units[0] + columns[primary].residual + columns[primary].mean;
      out[other] = q * units[1] + columns[other].residual + columns[other].mean;
    }),
  };
}

function mapRows(map: (row: Float64Array, out: Float64Array) => void) {
  return (inputs: Float64Array) => {
    const outputs = new Float64Array(inputs.length);
    for (let i = 0; i < inputs.length; i += 2) {
      map(inputs.subarray(i, i + 2), outputs.subarray(i, i + 2));
    }
    return outputs;
  };
}
