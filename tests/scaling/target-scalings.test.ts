// The scalings of the target: what each promises, by hand, and in what it refuses.
import { describe, expect, it } from 'vitest';
import { datasets } from '../../src/data/index.ts';
import { targetScalings } from '../../src/scaling/targets/index.ts';
import { relativeError } from './linear-model.ts';

it('gives the values worked out by hand for 1, 2, 3, 4, 100', () => {
  const targets = Float64Array.of(1, 2, 3, 4, 100);
  const scaled = (id: string) => [...targetScalings.get(id).fit(targets).apply(targets)];
  expect(scaled('none')).toEqual([1, 2, 3, 4, 100]);
  const standard = [-21, -20, -19, -18, 78].map((y) => y / Math.sqrt(1522));
  expect(relativeError(scaled('standard'), standard)).toBeLessThan(1e-15);
  expect(scaled('minmax')).toEqual([0, 1 / 99, 2 / 99, 3 / 99, 1]);
});

it('has the members that links may name', () => {
  expect(targetScalings.ids).toEqual(['none', 'standard', 'minmax']);
  expect(() => targetScalings.get('log')).toThrow(
    'unknown target scaling: log (known: none, standard, minmax)',
  );
});

describe.each(targetScalings.all)('$id', (scaling) => {
  it('says what it is, in words and as a formula', () => {
    for (const text of [scaling.label, scaling.blurb, scaling.formula]) {
      expect(text.trim()).toBe(text);
      expect(text).not.toBe('');
    }
    expect(scaling.blurb).toMatch(/\.$/);
  });

  it.each(datasets.all.filter(({ task }) => task === 'regression'))(
    'comes back on $id',
    ({ sample }) => {
      const { targets } = sample();
      const before = targets.slice();
      const map = scaling.fit(targets);
      const scaled = map.apply(targets);
      expect(relativeError([...map.invert(scaled)], [...targets])).toBeLessThan(1e-14);
      expect(targets).toEqual(before);
      const affine = [...targets].map((y) => (y - map.origin) / map.scale);
      expect(relativeError(affine, [...scaled])).toBeLessThan(1e-13);
      expect(map.constant).toBe(false);
      // A squared error in scaled targets is the raw one over the square of the scale.
      const error = (scaled[0] - scaled[1]) ** 2 * map.scale ** 2;
      expect(error / (targets[0] - targets[1]) ** 2).toBeCloseTo(1, 10);
    },
  );

  it('keeps the digits of targets far from 0, and is finite where all are the same', () => {
    const far = Float64Array.of(1e9, 1e9 + 1, 1e9 + 2);
    const [a, b, c] = scaling.fit(far).apply(far);
    expect(b - a).toBe(c - b);
    const same = Float64Array.of(7, 7);
    const map = scaling.fit(same);
    expect(map.constant).toBe(true);
    expect([...map.invert(map.apply(same))]).toEqual([7, 7]);
  });

  it('refuses targets it cannot fit, saying where', () => {
    expect(() => scaling.fit(new Float64Array(0))).toThrow('invalid targets: none');
    expect(() => scaling.fit(Float64Array.of(1, NaN))).toThrow(
      'invalid target: NaN (row 2; finite',
    );
    expect(() => scaling.fit(Float64Array.of(1e301))).toThrow('invalid target: 1e+301 (row 1;');
  });
});
