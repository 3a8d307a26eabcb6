// One cell of a reader's table: blank, a number, or text.

/** The largest number that is taken: its square, and sums of thousands of them, are still finite. */
export const largestNumber = 1e100;

const blanks = new Set(['', 'na', 'n/a', 'nan', 'null', '?', '-', '#n/a']);
const decimal = /^[+-]?(\d+[.,]?\d*|[.,]\d+)(e[+-]?\d+)?$/i;

/** Empty, or one of the usual signs for a missing value. */
export function isBlank(cell: string): boolean {
  return blanks.has(cell.toLowerCase());
}

/**
 * A number in decimal notation, with a point or one comma before its fraction, and a hyphen or a true minus sign; NaN
 * for anything else, also for thousands separators, hexadecimal numbers and the word Infinity. Too large a one is
 * Infinity.
 */
export function numberOf(cell: string): number {
  const text = cell.replace(/^\u2212/, '-');
  return decimal.test(text) ? Number(text.replace(',', '.')) + 0 : NaN;
}

/** `12,345`, and its noun: `thousands(1, 'row')` is `1 row`. */
export function thousands(count: number, noun: string): string {
  const digits = String(count).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${digits} ${noun}${count === 1 ? '' : 's'}`;
}
