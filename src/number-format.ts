// How sentences and pictures write numbers: few digits, a true minus sign, powers of ten in raised figures, never "NaN".

const minus = '\u2212';
const space = '\u00a0';
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** An integer in raised characters: `-4` becomes `⁻⁴`. */
export function superscript(power: number): string {
  const figures = [...String(Math.abs(power))].map((figure) => raised.charAt(Number(figure)));
  return (power < 0 ? '⁻' : '') + figures.join('');
}

/**
 * For settings, ticks and sentences: no trailing zeros.
 * `0.1`, `1234`, `−0.0123`, `1.64 × 10⁵`, `∞`; `—` where there is no number.
 *
 * @param digits significant digits, at least 1; the integer part is always written out below 100 000
 */
export function formatNumber(value: number | null | undefined, digits = 3): string {
  return write(value, digits, (text) =>
    text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text,
  );
}

/** For readouts that change while one looks: as `formatNumber`, with trailing zeros kept, so the width stays. */
export function formatReading(value: number | null | undefined, digits = 3): string {
  return write(value, digits, (text) => text);
}

// Made once: to make it takes far longer than to use it, and steps are counted in every frame.
const grouped = new Intl.NumberFormat('en');

/** A number that is written out, with commas between thousands: `10,000`. */
export const formatCount = (value: number): string => grouped.format(value);

/**
 * How many times more one thing is than another: as `format` has it, and large ones as one says them. `29.4`, `167,000`;
 * a power of ten from a million on.
 */
export function formatFactor(value: number, format = formatNumber): string {
  return value >= 999.5 && value < 999_500
    ? formatCount(Number(value.toPrecision(3)))
    : format(value);
}

/** A number with so many decimals, with the true minus sign, and without a sign for zero. */
export function formatFixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return formatNumber(value);
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? minus + text : text;
}

/**
 * As `formatNumber`, each with the same number of digits: the least from `digits` to `most` with which no two look
 * alike; `most`, where even those do.
 */
export function formatApart(values: readonly number[], digits = 2, most = 5): string[] {
  for (let count = digits; ; count++) {
    const texts = values.map((value) => formatNumber(value, count));
    if (count >= most || new Set(texts).size === texts.length) return texts;
  }
}

/** The same number where there is little room: `3.9×10⁵`. */
export function tighten(text: string): string {
  return text.replaceAll(space, '');
}

function write(
  value: number | null | undefined,
  digits: number,
  finish: (text: string) => string,
): string {
  if (value === null || value === undefined || Number.isNaN(value)) return '—';
  if (value === 0) return '0';
  const sign = value < 0 ? minus : '';
  const size = Math.abs(value);
  if (size === Infinity) return `${sign}∞`;
  // Decided on what would be shown: 99 999.9 is already 10⁵, 0.00099996 already 0.001.
  const [mantissa = '', power = ''] = size.toExponential(digits - 1).split('e');
  const exponent = Number(power);
  if (size >= 99_999.5 || exponent < -3) {
    return `${sign}${finish(mantissa)}${space}×${space}10${superscript(exponent)}`;
  }
  return sign + finish(size.toFixed(Math.max(0, digits - 1 - exponent)));
}
