// Tick values and their texts.
import { describe, expect, it } from 'vitest';
import { laneTicks } from '../../app/scene/axes.ts';
import { laneOf } from './lanes.ts';
import { gridStep, linearTicks, lossTicks, shortNumber } from '../../app/scene/ticks.ts';
import { createLossScale } from '../../src/landscape/loss-scale.ts';

describe('ticks', () => {
  it.each([
    [-3, 3],
    [0, 1],
    [-0.02, 0.01],
    [99.5, 101],
    [-4e5, 7e5],
    [1e-9, 3e-9],
    [-1000, 23],
    [-0.37, 0.11],
  ])('are a few even steps between %d and %d', (low, high) => {
    const { values, texts } = linearTicks(low, high);
    expect(values.length).toBeGreaterThanOrEqual(3);
    expect(values.length).toBeLessThanOrEqual(6);
    const step = (values[1] ?? 0) - (values[0] ?? 0);
    for (const [k, value] of values.entries()) {
      expect(value).toBeGreaterThanOrEqual(low);
      expect(value).toBeLessThanOrEqual(high);
      if (k > 0) expect(value - (values[k - 1] ?? 0)).toBeCloseTo(step, 9 - Math.log10(high));
    }
    expect(new Set(texts).size).toBe(values.length);
    expect(gridStep({ values })).toBeCloseTo(step / 2, 12);
  });

  it('have the same number of decimals along an axis', () => {
    expect(linearTicks(0, 0.01).texts).toEqual(['0', '0.005', '0.010']);
    expect(linearTicks(-3, 3).texts).toEqual(['−2', '0', '2']);
    expect(linearTicks(0, 0.1).texts).toEqual(['0', '0.05', '0.10']);
  });

  it.each([
    [0.321, 0.321 + 3.1e-8, ['0.321', '+10⁻⁸', '+2×10⁻⁸', '+3×10⁻⁸']],
    [125300, 125350, ['≈1.25×10⁵', '+20', '+40']],
    [125300, 125950, ['1.254×10⁵', '1.256×10⁵', '1.258×10⁵']],
    [0.07601, 0.07605, ['0.07601', '0.07602', '0.07603', '0.07604', '0.07605']],
    [-4000.02, -4000, ['≈−4000', '+0.005', '+0.01', '+0.015', '+0.02']],
  ])('between %d and %d are told apart by how much they differ: %j', (low, high, expected) => {
    const { texts } = linearTicks(low, high);
    expect(texts).toEqual(expected);
  });

  it('name the ends of an axis with as many digits as tell them apart', () => {
    expect(linearTicks(0.0034, 5.83).ends).toEqual(['0.0034', '5.8']);
    expect(linearTicks(25273, 25395).ends).toEqual(['25270', '25400']);
    expect(linearTicks(0.321, 0.321 + 3e-8).ends).toEqual(['0.321', '+3×10⁻⁸']);
  });

  it.each([
    [1e-6, 1, ['10⁻⁶', '10⁻⁴', '0.01', '1']],
    [0.05, 60, ['0.1', '1', '10']],
    [0.2, 7, ['0.3', '1', '3']],
    [0.4, 2.5, ['0.5', '1', '2']],
    [0.076012, 0.076055, ['0.07602', '0.07603', '0.07604', '0.07605']],
  ])('of a log scale from %d to %d are %j', (low, high, expected) => {
    expect(lossTicks(createLossScale('log', low, high)).texts).toEqual(expected);
  });

  it('of a surface that is the same everywhere begin at its loss, and are no rounding', () => {
    expect(lossTicks(createLossScale('linear', 0, 0)).texts).toEqual(['0', '0.5', '1.0']);
    expect(lossTicks(createLossScale('linear', 0.25, 0.25 + 1e-9)).ends).toEqual(['0.25', '0.5']);
  });

  it('are none where no loss is finite', () => {
    const view = laneOf(() => NaN, [-1, 1, -1, 1], []);
    const blank = laneTicks({ ...view, scale: createLossScale('linear', 0, 0) });
    expect(blank?.loss.ticks.texts).toEqual([]);
  });

  it('fall back to even steps where a log scale spans less than a few digits', () => {
    const { values } = lossTicks(createLossScale('log', 1.1, 1.6));
    expect(values.length).toBeGreaterThanOrEqual(3);
    for (const value of values) expect(value >= 1.1 && value <= 1.6).toBe(true);
  });

  it('of a log scale are told apart however narrow it is', () => {
    for (const low of [0.076012, 3.3e-7, 1, 9.99, 98765, 4.2e6]) {
      for (let width = 1; width > 1e-10; width *= 0.7) {
        const { texts } = lossTicks(createLossScale('log', low, low * (1 + width)));
        expect(new Set(texts).size, `${low}, ${width}: ${texts.join(' ')}`).toBe(texts.length);
      }
    }
  });

  it('stay few over any number of decades', () => {
    for (let decades = 1; decades <= 9; decades++) {
      const { values } = lossTicks(createLossScale('log', 10 ** -decades * 3, 2));
      expect(values.length).toBeGreaterThanOrEqual(2);
      expect(values.length).toBeLessThanOrEqual(6);
    }
  });

  it.each([
    [0, '0'],
    [0.5, '0.5'],
    [-2, '−2'],
    [12345, '12300'],
    [1e5, '10⁵'],
    [-1e-4, '−10⁻⁴'],
    [3e-7, '3×10⁻⁷'],
    [-2.5e12, '−2.5×10¹²'],
  ])('write %d as %s', (value, text) => {
    expect(shortNumber(value)).toBe(text);
  });
});
