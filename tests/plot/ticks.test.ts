import { describe, expect, test } from 'vitest';
import { axisTicks, formatPosition, labelTicks } from '../../app/plot/ticks.ts';

/** As wide as a mono face of 11 pixels makes it. */
const width = (text: string) => 6.6 * text.length + 10;

describe('ticks', () => {
  test('are round, inside the range, and labelled with equally many decimals', () => {
    const ticks = axisTicks(-2, 2, 220, width);
    expect(ticks.map(({ text }) => text)).toEqual(['−2', '−1', '0', '1', '2']);
    expect(axisTicks(0.03, 0.97, 400, width).map(({ text }) => text)).toEqual([
      '0.2',
      '0.4',
      '0.6',
      '0.8',
    ]);
    expect(labelTicks([0, 0.05, 0.1]).map(({ text }) => text)).toEqual(['0.00', '0.05', '0.10']);
  });

  test.each([
    [-2, 2, 60],
    [0, 5000, 110],
    [-1e-7, 3e-7, 200],
    [98, 98.001, 150],
    [-3e8, 2e8, 260],
    [99_990, 100_030, 300],
  ])('of %d to %d on %i pixels do not touch, and say different things', (low, high, pixels) => {
    const ticks = axisTicks(low, high, pixels, width);
    expect(ticks.length).toBeGreaterThan(0);
    expect(new Set(ticks.map(({ text }) => text)).size).toBe(ticks.length);
    for (const { value } of ticks) {
      expect(value).toBeGreaterThanOrEqual(low);
      expect(value).toBeLessThanOrEqual(high);
    }
    for (let k = 1; k < ticks.length; k++) {
      const apart = ((ticks[k].value - ticks[k - 1].value) / (high - low)) * pixels;
      expect(apart).toBeGreaterThanOrEqual(
        Math.max(width(ticks[k].text), width(ticks[k - 1].text)) - 1e-9,
      );
    }
  });

  test('a position is written finely enough to tell two pixels apart', () => {
    expect(formatPosition(-0.6, 4)).toBe('−0.60');
    expect(formatPosition(97.3, 260)).toBe('97');
    expect(formatPosition(0.123456, 0.01)).toBe('0.12346');
    for (const span of [0.002, 0.05, 1, 7, 300]) {
      expect(formatPosition(1, span)).not.toBe(formatPosition(1 + span / 100, span));
    }
  });
});
