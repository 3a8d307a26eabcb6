// Python literals: numbers with all their digits, and text that cannot leave its comment.

/** Characters that would end the line, hide text or turn it round. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** The shortest decimal that reads back as the same float64, always with a mark of a float: `1.0`, `0.1`, `1e-7`. */
export function float(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`unsupported number: ${value} (finite ones)`);
  if (Object.is(value, -0)) return '-0.0';
  const text = Math.abs(value) < 1e-4 && value !== 0 ? value.toExponential() : String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

export const floats = (values: Iterable<number>): string =>
  `[${Array.from(values, float).join(', ')}]`;

/** `[[a, b], [c, d]]`: rows of `columns` numbers. */
export function floatRows(values: Float64Array, columns: number): string {
  const rows: string[] = [];
  for (let from = 0; from < values.length; from += columns) {
    rows.push(floats(values.subarray(from, from + columns)));
  }
  return `[${rows.join(', ')}]`;
}

/** Text for a comment: on one line, whatever it was. */
export const plain = (text: string): string => text.replace(unprintable, '\u00b7');

export const indented = (lines: readonly string[]): string[] =>
  lines.map((line) => (line === '' ? '' : `    ${line}`));
