// Whitening: against reference values up to the sign of a component, and by what it is for.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasets } from '../../src/data/index.ts';
import { scalings } from '../../src/scaling/index.ts';
import scalersFile from '../golden/scalers.json' with { type: 'json' };
import { column, conditionNumber, relativeError } from './linear-model.ts';

interface Case {
  id: string;
  X: number[][];
  X_new: number[][];
  scalers: {
    pca_whiten?: {
      attributes: { components_: number[][]; explained_variance_: number[] };
      transform: number[][];
      transform_new: number[][];
    };
  };
  zca?: { ddof0_eps0: { W: number[][]; transform: number[][] } };
}
const cases = (scalersFile.cases as unknown as Case[]).filter(({ zca }) => zca);
const flat = (rows: number[][]) => Float64Array.from(rows.flat());
const mean = (values: number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

/** Variances and covariance, with division by the number of rows. */
const moments = (rows: Float64Array) => {
  const centred = [0, 1].map((i) => {
    const values = column(rows, i);
    const middle = mean(values);
    return values.map((x) => x - middle);
  });
  const product = (i: number, j: number) => mean(centred[i].map((x, k) => x * centred[j][k]));
  return { first: product(0, 0), second: product(1, 1), both: product(0, 1) };
};

it('has reference values for six data sets', () => expect(cases.length).toBe(6));

describe.each(cases)('$id', ({ X, X_new, scalers, zca }) => {
  const inputs = flat(X);

  it('gives the components of PCA, up to their sign', () => {
    const golden = scalers.pca_whiten;
    if (!golden) throw new Error('missing reference: pca_whiten');
    const map = scalings.get('pca').fit(inputs);
    for (const [rows, expected] of [
      [X, golden.transform],
      [X_new, golden.transform_new],
    ]) {
      for (const i of [0, 1]) {
        const actual = column(map.apply(flat(rows)), i);
        const reference = column(expected.flat(), i);
        const sign = Math.sign(mean(actual.map((x, k) => x * reference[k])));
        // The reference rounds its centred products: its own error is some 1e-16 times the ratio of the spreads.
        expect(
          relativeError(
            actual,
            reference.map((x) => sign * x),
          ),
        ).toBeLessThan(1e-9);
      }
    }
    const { components_: components, explained_variance_: variances } = golden.attributes;
    for (const i of [0, 1]) {
      const row = components[i].map((x) => x / Math.sqrt(variances[i]));
      const actual = [...map.matrix.slice(2 * i, 2 * i + 2)];
      const sign = Math.sign(actual[0] * row[0] + actual[1] * row[1]);
      expect(
        relativeError(
          actual,
          row.map((x) => sign * x),
        ),
      ).toBeLessThan(1e-9);
    }
  });

  it('gives the matrix and the rows of ZCA', () => {
    if (!zca) throw new Error('missing reference: zca');
    const map = scalings.get('zca').fit(inputs);
    expect(relativeError([...map.matrix], zca.ddof0_eps0.W.flat())).toBeLessThan(1e-9);
    for (const i of [0, 1]) {
      const scaled = column(map.apply(inputs), i);
      expect(relativeError(scaled, column(zca.ddof0_eps0.transform.flat(), i))).toBeLessThan(1e-9);
    }
  });

  it.each(['pca', 'zca'])('comes back from new rows under %s', (id) => {
    const map = scalings.get(id).fit(inputs);
    const raw = map.invert(map.apply(flat(X_new)));
    for (const i of [0, 1]) {
      expect(relativeError(column(raw, i), column(X_new.flat(), i))).toBeLessThan(1e-12);
    }
  });
});

/** Two columns of chosen correlation, offset and size. */
const correlated = fc
  .record({
    positions: fc.array(
      fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 })),
      { minLength: 3, maxLength: 40 },
    ),
    lean: fc.integer({ min: -20, max: 20 }),
    offsets: fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })),
    exponents: fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })),
  })
  .map(({ positions, lean, offsets, exponents }) =>
    Float64Array.from(
      positions.flatMap(([a, b]) =>
        [a, b + lean * a].map((x, i) => (x / 500 + offsets[i]) * 10 ** exponents[i]),
      ),
    ),
  )
  .filter((inputs) => {
    const { first, second, both } = moments(inputs);
    return first * second > 0 && both ** 2 / (first * second) < 0.999;
  });

it('leaves no correlation and one spread: condition number 1', () => {
  fc.assert(
    fc.property(correlated, (inputs) => {
      const count = inputs.length / 2;
      const zca = scalings.get('zca').fit(inputs).apply(inputs);
      expect(conditionNumber(zca)).toBeCloseTo(1, 9);
      // With variance divided by one row less, all curvatures but that of the bias are alike.
      const pca = scalings.get('pca').fit(inputs).apply(inputs);
      const { first, second, both } = moments(pca);
      expect((first * count) / (count - 1)).toBeCloseTo(1, 10);
      expect((second * count) / (count - 1)).toBeCloseTo(1, 10);
      expect(both).toBeCloseTo(0, 10);
      expect(conditionNumber(pca)).toBeCloseTo(count / (count - 1), 9);
    }),
    { numRuns: 200 },
  );
});

it('ZCA has a symmetric matrix with a positive diagonal, and PCA its larger component first', () => {
  fc.assert(
    fc.property(correlated, (inputs) => {
      const { matrix } = scalings.get('zca').fit(inputs);
      expect(matrix[1]).toBeCloseTo(matrix[2], 12 - Math.ceil(Math.log10(Math.abs(matrix[1]) + 1)));
      expect(Math.min(matrix[0], matrix[3])).toBeGreaterThan(0);
      const components = scalings.get('pca').fit(inputs).matrix;
      // A row of the matrix is a unit vector over the deviation along it.
      expect(Math.hypot(components[0], components[1])).toBeLessThanOrEqual(
        Math.hypot(components[2], components[3]) * (1 + 1e-12),
      );
    }),
    { numRuns: 100 },
  );
});

it('does not depend on the order of the rows in any bit, nor on which column comes first', () => {
  fc.assert(
    fc.property(correlated, (inputs) => {
      const rows = Array.from({ length: inputs.length / 2 }, (_, k) =>
        inputs.slice(2 * k, 2 * k + 2),
      );
      const reversed = Float64Array.from(rows.toReversed().flatMap((row) => [...row]));
      const swapped = Float64Array.from(rows.flatMap(([x, y]) => [y, x]));
      for (const id of ['pca', 'zca']) {
        const { matrix, shift } = scalings.get(id).fit(inputs);
        expect(scalings.get(id).fit(reversed).matrix).toEqual(matrix);
        expect(scalings.get(id).fit(reversed).shift).toEqual(shift);
      }
      const plain = scalings.get('zca').fit(inputs).matrix;
      const other = scalings.get('zca').fit(swapped).matrix;
      expect(relativeError([other[3], other[2], other[1], other[0]], [...plain])).toBeLessThan(
        1e-9,
      );
    }),
    { numRuns: 50 },
  );
});

it('takes away what standardizing leaves: (1 + r) / (1 - r) becomes 1', () => {
  for (const rho of [-0.95, -0.5, 0, 0.5, 0.9, 0.99]) {
    const { inputs } = datasets.get('gaussians').sample({ count: 2000, knobs: { rho } });
    const { first, second, both } = moments(inputs);
    const r = Math.abs(both / Math.sqrt(first * second));
    const standardized = scalings.get('standard').fit(inputs).apply(inputs);
    expect(conditionNumber(standardized) / ((1 + r) / (1 - r))).toBeCloseTo(1, 9);
    const whitened = scalings.get('zca').fit(inputs).apply(inputs);
    expect(conditionNumber(whitened)).toBeCloseTo(1, 9);
  }
});

it.each(datasets.all.map(({ id }) => id))('%s comes to condition number 1', (id) => {
  const { inputs } = datasets.get(id).sample();
  expect(conditionNumber(scalings.get('zca').fit(inputs).apply(inputs))).toBeCloseTo(1, 9);
});

describe('where there is nothing to divide by', () => {
  const rowsOf = (rows: (readonly number[])[]) => Float64Array.from(rows.flat());

  it('a constant column is centred, and the other standardized', () => {
    const inputs = rowsOf([1, 2, 6].map((x) => [7, x]));
    const zca = scalings.get('zca').fit(inputs);
    const standard = scalings.get('standard').fit(inputs);
    expect(relativeError([...zca.apply(inputs)], [...standard.apply(inputs)])).toBeLessThan(1e-15);
    expect(zca.constant).toEqual([true, false]);
    // The component with a spread comes first.
    const pca = scalings.get('pca').fit(inputs).apply(inputs);
    expect(column(pca, 1)).toEqual([0, 0, 0]);
    expect(mean(column(pca, 0).map((x) => (x * x * 3) / 2))).toBeCloseTo(1, 14);
  });

  it.each([
    [2, 0],
    [-1e-6, 3],
    [1e6, -1e3],
    [1, 0],
  ])(
    'columns that determine each other (y = %d x + %d) keep one component, and come back',
    (a, b) => {
      const inputs = rowsOf([0.1, 0.3, 0.7, 0.2, 0.9, 0.5].map((x) => [x, a * x + b]));
      for (const id of ['pca', 'zca']) {
        const map = scalings.get(id).fit(inputs);
        const scaled = map.apply(inputs);
        expect([...scaled, ...map.matrix, ...map.shift].every(Number.isFinite)).toBe(true);
        expect(Math.max(...scaled.map(Math.abs))).toBeLessThan(3);
        const raw = map.invert(scaled);
        for (const i of [0, 1]) {
          expect(relativeError(column(raw, i), column(inputs, i))).toBeLessThan(1e-14);
        }
      }
      const pca = scalings.get('pca').fit(inputs).apply(inputs);
      expect(Math.max(...column(pca, 1).map(Math.abs))).toBeLessThan(1e-7);
    },
  );

  it('columns that nearly determine each other are still whitened', () => {
    const inputs = rowsOf([0, 1, 2, 3, 4, 5].map((x) => [x, 1000 * x + (x % 3 === 0 ? 0.01 : 0)]));
    const scaled = scalings.get('zca').fit(inputs).apply(inputs);
    expect(conditionNumber(scaled)).toBeCloseTo(1, 6);
  });

  it('one row, and two', () => {
    expect([
      ...scalings
        .get('pca')
        .fit(rowsOf([[3, 4]]))
        .apply(rowsOf([[3, 4]])),
    ]).toEqual([0, 0]);
    const two = rowsOf([
      [1, 1],
      [3, 2],
    ]);
    const [first, , second] = scalings.get('pca').fit(two).apply(two);
    expect(second).toBeCloseTo(Math.SQRT1_2, 14);
    expect(first).toBeCloseTo(-Math.SQRT1_2, 14);
  });
});
