// Sliders: every position has a value, every value a position, and the ends are the knob's own.
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import * as knobs from '../../app/controls/knobs.ts';
import { createSliderScale } from '../../app/controls/slider-scale.ts';
import { datasets, optimizers, schedules, type Knob } from '../../src/index.ts';

const all: Knob[] = Object.values(knobs)
  .filter((value) => typeof value === 'object')
  .concat(
    [...optimizers.all, ...schedules.all, ...datasets.all].flatMap(({ knobs = [] }) => knobs),
  );

describe.each(all.map((knob) => [`${knob.id} ${knob.min} to ${knob.max}`, knob] as const))(
  'the slider of %s',
  (_, knob) => {
    const { values, toPosition, toValue } = createSliderScale(knob);

    it('begins and ends where the knob does, and ascends', () => {
      expect(values[0]).toBe(knob.min);
      expect(values.at(-1)).toBe(knob.max);
      expect(values.every((value, k) => k === 0 || value > values[k - 1])).toBe(true);
    });

    it('leads from a position to a value and back to the same position', () => {
      expect(values.map((_value, k) => toPosition(toValue(k)))).toEqual(
        values.map((_value, k) => k),
      );
    });

    it('has a position for whatever the knob allows, and the nearest one', () => {
      const place = knob.scale === 'log' ? Math.log : (value: number) => value;
      fc.assert(
        fc.property(fc.double({ min: knob.min, max: knob.max, noNaN: true }), (value) => {
          const distance = (other: number) => Math.abs(place(other) - place(value));
          const nearest = Math.min(...values.map(distance));
          const span = place(knob.max) - place(knob.min);
          expect(distance(toValue(toPosition(value)))).toBeLessThanOrEqual(nearest + 1e-12 * span);
        }),
        { numRuns: 50 },
      );
    });

    it('holds whole numbers only, where the knob does', () => {
      expect(!knob.integer || values.every(Number.isInteger)).toBe(true);
    });
  },
);

describe('a slider by ratio', () => {
  const { values, toPosition } = createSliderScale(knobs.learningRateKnob);

  it('has 20 values a decade, which are the preferred numbers of ISO 3, R20, in two digits', () => {
    const from = toPosition(1);
    // ISO 3:1973, table 1: R20 is 1.00 1.12 1.25 1.40 1.60 1.80 2.00 2.24 2.50 2.80 3.15 3.55 4.00 4.50 5.00 5.60 ...
    expect(values.slice(from, from + 21)).toEqual([
      1, 1.1, 1.3, 1.4, 1.6, 1.8, 2, 2.2, 2.5, 2.8, 3.2, 3.5, 4, 4.5, 5, 5.6, 6.3, 7.1, 7.9, 8.9,
      10,
    ]);
  });

  it('is as wide for every decade', () => {
    expect(toPosition(1e-3) - toPosition(1e-4)).toBe(20);
    expect(toPosition(10) - toPosition(1)).toBe(20);
  });
});

it('clamps what lies outside', () => {
  const { toPosition, toValue, values } = createSliderScale(knobs.noiseKnob);
  expect(toPosition(-1)).toBe(0);
  expect(toPosition(99)).toBe(values.length - 1);
  expect(toValue(-3)).toBe(knobs.noiseKnob.min);
  expect(toValue(1e6)).toBe(knobs.noiseKnob.max);
});

it('refuses a range that no slider can show', () => {
  const knob = knobs.noiseKnob;
  expect(() => createSliderScale({ ...knob, scale: 'log' })).toThrow('wrong slider range: 0 to 1');
  expect(() => createSliderScale({ ...knob, max: 0 })).toThrow('wrong slider range: 0 to 0');
});
