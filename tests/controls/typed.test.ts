// What a reader types: numbers, ranges and widths are taken as meant, or refused with a sentence that helps.
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { learningRateKnob, rangeEndKnob } from '../../app/controls/knobs.ts';
import { formatNumber, parseNumber } from '../../app/controls/number-text.ts';
import { parseRange, withWidth } from '../../app/controls/range.ts';
import {
  describeWidths,
  formatWidths,
  parseWidths,
  presetWidths,
} from '../../app/controls/widths.ts';
import { maximumHiddenLayers, maximumUnits } from '../../src/index.ts';

const limits = { min: -1000, max: 1000 };

describe('a typed number', () => {
  it.each([
    ['0.1', 0.1],
    [' .1 ', 0.1],
    ['0,1', 0.1],
    ['1e-3', 0.001],
    ['+5.', 5],
    ['-2', -2],
    ['\u22122', -2],
  ])('%j means %d', (text, value) => {
    expect(parseNumber(text, limits)).toEqual({ value, problem: null });
  });

  it.each([
    ['', 'Nothing entered'],
    ['abc', 'Not a number'],
    ['1,000.5', 'Not a number'],
    ['0x10', 'Not a number'],
    ['NaN', 'Not a number'],
    ['Infinity', 'Not a number'],
    ['1e999', 'Not a number'],
    ['-1001', 'Too small'],
    ['1000.5', 'Too large'],
  ])('%j is refused: %s', (text, reason) => {
    expect(parseNumber(text, limits)).toEqual({
      value: null,
      problem: `${reason}: enter a number from -1000 to 1000.`,
    });
  });

  it('must be whole where only whole numbers have a meaning', () => {
    expect(parseNumber('2.5', { ...limits, integer: true }).problem).toBe(
      'Not a whole number: enter a whole number from -1000 to 1000.',
    );
  });

  it('may be an end of the range itself', () => {
    expect(parseNumber('1e-6', learningRateKnob).value).toBe(1e-6);
    expect(parseNumber('10', learningRateKnob).value).toBe(10);
  });

  it('reads back as it was written, to 12 digits', () => {
    const all = { min: -1e9, max: 1e9 };
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
        const read = parseNumber(formatNumber(value), all).value;
        expect(Math.abs((read ?? NaN) - value)).toBeLessThanOrEqual(1e-11 * Math.abs(value));
      }),
    );
  });

  it('is written without the noise of its last bits, and short', () => {
    expect([0.1 + 0.2, 200, 1e-6, 2.5e8, 0, -0.01].map(formatNumber)).toEqual([
      '0.3',
      '200',
      '1e-6',
      '2.5e8',
      '0',
      '-0.01',
    ]);
  });
});

describe('a typed range', () => {
  it('is two numbers, the upper one greater', () => {
    expect(parseRange('0', '0.01', rangeEndKnob).value).toEqual([0, 0.01]);
    expect(parseRange('1', '1', rangeEndKnob).problem).toBe(
      'The upper end must be greater than the lower end, 1.',
    );
    expect(parseRange('2', '-3', rangeEndKnob).value).toBeNull();
  });

  it('says which end is wrong', () => {
    expect(parseRange('x', '1', rangeEndKnob).problem).toMatch(/^Lower end: Not a number/);
    expect(parseRange('0', '', rangeEndKnob).problem).toMatch(/^Upper end: Nothing entered/);
  });
});

describe('a range at another width', () => {
  it('shrinks around 0 if it holds 0', () => {
    expect(withWidth([0, 1], 0.01)).toEqual([0, 0.01]);
    expect(withWidth([-1, 3], 0.04)).toEqual([-0.01, 0.03]);
    expect(withWidth([-5, 0], 1)).toEqual([-1, 0]);
  });

  it('keeps its lower end otherwise, and so its offset', () => {
    expect(withWidth([1000, 1001], 0.01)).toEqual([1000, 1000.01]);
    expect(withWidth([-3, -1], 1)).toEqual([-3, -2]);
  });

  it('is that wide, and holds 0 if it did before', () => {
    const end = fc.double({ min: -1e3, max: 1e3, noNaN: true });
    const width = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(end, width, width, (low, before, after) => {
        const [lower, upper] = withWidth([low, low + before], after);
        expect(Math.abs(upper - lower - after)).toBeLessThanOrEqual(1e-8);
        const holdsZero = low <= 0 && low + before >= 0;
        // Otherwise the lower end stays, and a wider range may come to reach 0.
        if (holdsZero) expect(lower <= 0 && upper >= 0).toBe(true);
        else expect(lower).toBe(low);
      }),
    );
  });
});

describe('typed widths', () => {
  it.each([
    ['0', []],
    ['', []],
    ['4', [4]],
    ['4-4', [4, 4]],
    [' 8 - 4 ', [8, 4]],
    ['8, 4', [8, 4]],
    ['8 4', [8, 4]],
    ['3x3x3', [3, 3, 3]],
    ['16', [16]],
  ])('%j means %j', (text, widths) => {
    expect(parseWidths(text)).toEqual({ value: widths, problem: null });
  });

  it.each([
    ['four', 'Not a list of widths: enter them as in 4-4, or 0 for one neuron.'],
    ['4-', 'Not a list of widths: enter them as in 4-4, or 0 for one neuron.'],
    ['4.5', 'Not a list of widths: enter them as in 4-4, or 0 for one neuron.'],
    ['4-0', 'Not a width: 0. A layer has 1 to 16 units.'],
    ['17', 'Not a width: 17. A layer has 1 to 16 units.'],
    ['1-1-1-1-1-1-1-1-1-1-1', 'Too many layers: 11, of at most 10.'],
  ])('%j is refused: %s', (text, problem) => {
    expect(parseWidths(text)).toEqual({ value: null, problem });
  });

  it('read back as they were written', () => {
    const widths = fc.array(fc.integer({ min: 1, max: maximumUnits }), {
      maxLength: maximumHiddenLayers,
    });
    fc.assert(
      fc.property(widths, (w) => {
        expect(parseWidths(formatWidths(w)).value).toEqual(w);
      }),
    );
  });

  it('are offered under different names, each of them allowed', () => {
    const names = presetWidths.map(describeWidths);
    expect(new Set(names).size).toBe(names.length);
    expect(presetWidths.map((w) => parseWidths(formatWidths(w)).value)).toEqual(presetWidths);
  });
});
