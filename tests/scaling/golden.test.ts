// Every scaling against exact rational arithmetic, on data sets that are easy, constant, huge, tiny and far from 0.
import { describe, expect, it } from 'vitest';
import { scalings } from '../../src/scaling/index.ts';
import scalersFile from '../golden/scalers.json' with { type: 'json' };
import { exactTransforms } from './exact.ts';
import { column, relativeError } from './linear-model.ts';

interface Case {
  id: string;
  X: number[][];
  X_new: number[][];
  scalers: Record<
    string,
    { exact_transform: number[][]; transform_new: number[][]; sklearn_error: number }
  >;
}
const cases = scalersFile.cases as unknown as Case[];

const keys = {
  standard: 'standard',
  centre: 'standard_no_std',
  scale: 'standard_no_mean',
  minmax: 'minmax_0_1',
  'minmax-symmetric': 'minmax_-1_1',
  maxabs: 'maxabs',
  robust: 'robust_25_75',
};
const flat = (rows: number[][]) => Float64Array.from(rows.flat());

describe.each(cases)('$id', ({ X, X_new, scalers }) => {
  const inputs = flat(X);
  describe.each(Object.entries(keys))('%s', (id, key) => {
    const map = scalings.get(id).fit(inputs);
    const { exact_transform: exact, transform_new: reference, sklearn_error } = scalers[key];

    it('transforms the rows it was fitted on', () => {
      const scaled = map.apply(inputs);
      for (const i of [0, 1]) {
        expect(relativeError(column(scaled, i), column(exact.flat(), i))).toBeLessThan(1e-14);
      }
    });

    it('transforms new rows', () => {
      const scaled = map.apply(flat(X_new));
      for (const i of [0, 1]) {
        const transform = exactTransforms(column(inputs, i))[id];
        const expected = column(X_new.flat(), i).map(transform);
        expect(relativeError(column(scaled, i), expected)).toBeLessThan(1e-14);
        // scikit-learn says the same wherever it is right itself.
        if (sklearn_error < 1e-12) {
          expect(relativeError(column(scaled, i), column(reference.flat(), i))).toBeLessThan(1e-9);
        }
      }
    });

    it('comes back from the scaled rows', () => {
      for (const scaled of [map.apply(inputs), flat(exact)]) {
        const raw = map.invert(scaled);
        for (const i of [0, 1]) {
          expect(relativeError(column(raw, i), column(inputs, i))).toBeLessThan(1e-14);
        }
      }
    });
  });

  it('names the constant columns', () => {
    const expected = [0, 1].map((i) => new Set(column(inputs, i)).size === 1);
    for (const { fit } of scalings.all) expect(fit(inputs).constant).toEqual(expected);
  });
});

it('the exact arithmetic of this test agrees with the golden values', () => {
  for (const { X, scalers } of cases) {
    for (const [id, key] of Object.entries(keys)) {
      for (const i of [0, 1]) {
        const raw = column(X.flat(), i);
        const transform = exactTransforms(raw)[id];
        const golden = column(scalers[key].exact_transform.flat(), i);
        expect(relativeError(raw.map(transform), golden)).toBeLessThan(1e-15);
      }
    }
  }
});
