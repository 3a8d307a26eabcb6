import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import {
  formatApart,
  formatFactor,
  formatFixed,
  formatNumber,
  formatReading,
  superscript,
  tighten,
} from '../src/index.ts';

/** Ordinary spaces are easier to read in a test. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('numbers on the page', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [0.1, '0.1'],
    [0.01, '0.01'],
    [0.0123456, '0.0123'],
    [-1.2345, '−1.23'],
    [1.999, '2'],
    [98, '98'],
    [1234.56, '1235'],
    [99_999, '99999'],
    [99_960, '99960'],
    [99_999.9, '1 × 10⁵'],
    [164_000, '1.64 × 10⁵'],
    [-2.5e-7, '−2.5 × 10⁻⁷'],
    [0.000_999_6, '0.001'],
    [0.000_5, '5 × 10⁻⁴'],
    [1e300, '1 × 10³⁰⁰'],
    [5e-324, '4.94 × 10⁻³²⁴'],
    [Infinity, '∞'],
    [-Infinity, '−∞'],
    [NaN, '—'],
    [null, '—'],
    [undefined, '—'],
  ])('%s is written %s', (value, text) => {
    expect(plain(formatNumber(value))).toBe(text);
  });

  test('the digits can be chosen', () => {
    expect(formatNumber(97.6, 2)).toBe('98');
    expect(plain(formatNumber(164_000, 2))).toBe('1.6 × 10⁵');
    expect(formatNumber(Math.PI, 6)).toBe('3.14159');
  });

  test('a reading keeps its zeros, so that it keeps its width', () => {
    expect(formatReading(0.1)).toBe('0.100');
    expect(formatReading(2)).toBe('2.00');
    expect(plain(formatReading(2e6))).toBe('2.00 × 10⁶');
    expect(formatReading(0.12)).toHaveLength(formatReading(0.123).length);
  });

  test('a factor is written as one says it', () => {
    const texts = [1.0276, 28.94, 999.6, 167_345, 999_499, 999_600, Infinity, NaN].map((value) =>
      plain(formatFactor(value)),
    );
    expect(texts).toEqual(['1.03', '28.9', '1,000', '167,000', '999,000', '1 × 10⁶', '∞', '—']);
    expect(formatFactor(2, formatReading)).toBe('2.00');
  });

  test('fixed decimals, with a true minus and no signed zero', () => {
    expect(formatFixed(-0.5, 1)).toBe('−0.5');
    expect(formatFixed(-0.01, 1)).toBe('0.0');
    expect(formatFixed(NaN, 1)).toBe('—');
    expect(superscript(-120)).toBe('⁻¹²⁰');
  });

  test('whatever the number, what is written is it to three digits, in figures only', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e308, max: 1e308 }), (value) => {
        const text = formatNumber(value);
        expect(text).toMatch(/^−?\d+(\.\d+)?(\u00a0×\u00a010⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?$/);
        const figures = [...'⁰¹²³⁴⁵⁶⁷⁸⁹'];
        const read = Number(
          text
            .replaceAll('−', '-')
            .replace('\u00a0×\u00a010', 'e')
            .replace('⁻', '-')
            .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (figure) => String(figures.indexOf(figure))),
        );
        // Half a unit of the third digit, and what the nearest double adds to it.
        expect(Math.abs(read - value)).toBeLessThanOrEqual(
          Math.abs(value) * 0.005 * (1 + 1e-9) + 5e-324,
        );
      }),
    );
  });
});

describe('numbers side by side', () => {
  test('get as many digits as tell them apart, and no more', () => {
    expect(formatApart([0.21, 0.35])).toEqual(['0.21', '0.35']);
    expect(formatApart([0.2132, 0.2187, 0.2213])).toEqual(['0.213', '0.219', '0.221']);
    expect(formatApart([391_200, 394_400]).map(tighten)).toEqual(['3.91×10⁵', '3.94×10⁵']);
  });

  test('that nothing tells apart keep the most digits', () => {
    expect(formatApart([1.234567, 1.234567])).toEqual(['1.2346', '1.2346']);
  });
});
