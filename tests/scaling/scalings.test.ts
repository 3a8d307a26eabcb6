// What every scaling promises, whatever the data: by hand, by property, and in what it refuses.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scalings } from '../../src/scaling/index.ts';
import { column, conditionNumber, relativeError } from './linear-model.ts';

/** Ordinary data: a few dozen rows, each column with its own offset and spread. */
const ordinary = fc
  .record({
    positions: fc.array(
      fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 })),
      {
        minLength: 3,
        maxLength: 30,
      },
    ),
    offsets: fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })),
    exponents: fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 })),
  })
  .filter(({ positions }) => [0, 1].every((i) => new Set(positions.map((row) => row[i])).size > 1))
  .map(({ positions, offsets, exponents }) =>
    Float64Array.from(
      positions.flatMap((row) =>
        row.map((x, i) => (x / 1000 + offsets[i] / 10) * 10 ** exponents[i]),
      ),
    ),
  );

const mean = (values: number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
const deviation = (values: number[]) => Math.sqrt(mean(values.map((x) => (x - mean(values)) ** 2)));

it('gives the values worked out by hand for 1, 2, 3, 4, 100', () => {
  const inputs = Float64Array.from([1, 2, 3, 4, 100].flatMap((x) => [x, -2 * x]));
  const first = (id: string) => column(scalings.get(id).fit(inputs).apply(inputs), 0);
  expect(first('centre')).toEqual([-21, -20, -19, -18, 78]);
  const expected: Record<string, number[]> = {
    standard: [-21, -20, -19, -18, 78].map((x) => x / Math.sqrt(1522)),
    scale: [1, 2, 3, 4, 100].map((x) => x / Math.sqrt(1522)),
    minmax: [0, 1 / 99, 2 / 99, 3 / 99, 1],
    'minmax-symmetric': [-1, -97 / 99, -95 / 99, -93 / 99, 1],
    maxabs: [0.01, 0.02, 0.03, 0.04, 1],
    robust: [-1, -0.5, 0, 0.5, 48.5],
    constant: [1 / 255, 2 / 255, 3 / 255, 4 / 255, 100 / 255],
  };
  for (const [id, values] of Object.entries(expected)) {
    expect(relativeError(first(id), values), id).toBeLessThan(1e-15);
  }
});

it('standardized columns have mean 0 and deviation 1', () => {
  fc.assert(
    fc.property(ordinary, (inputs) => {
      const scaled = scalings.get('standard').fit(inputs).apply(inputs);
      for (const i of [0, 1]) {
        expect(Math.abs(mean(column(scaled, i)))).toBeLessThan(1e-14);
        expect(Math.abs(deviation(column(scaled, i)) - 1)).toBeLessThan(1e-12);
      }
    }),
  );
});

it('min-max columns touch both ends exactly, and max-abs columns reach size 1 and keep their zero', () => {
  fc.assert(
    fc.property(ordinary, (inputs) => {
      const scaled = (id: string, i: number) =>
        column(scalings.get(id).fit(inputs).apply(inputs), i);
      for (const i of [0, 1]) {
        expect(Math.min(...scaled('minmax', i))).toBe(0);
        expect(Math.max(...scaled('minmax', i))).toBe(1);
        expect(Math.min(...scaled('minmax-symmetric', i))).toBe(-1);
        expect(Math.max(...scaled('minmax-symmetric', i))).toBe(1);
        expect(Math.max(...scaled('maxabs', i).map(Math.abs))).toBe(1);
      }
      expect([...scalings.get('maxabs').fit(inputs).apply(new Float64Array(2))]).toEqual([0, 0]);
    }),
  );
});

it('leaves a linear model only the correlation: condition number (1 + |r|) / (1 - |r|) once standardized', () => {
  fc.assert(
    fc.property(ordinary, (inputs) => {
      const [a, b] = [column(inputs, 0), column(inputs, 1)];
      const product = mean(a.map((x, row) => (x - mean(a)) * (b[row] - mean(b))));
      const r = Math.abs(product / (deviation(a) * deviation(b)));
      fc.pre(r < 0.99);
      const scaled = scalings.get('standard').fit(inputs).apply(inputs);
      expect(conditionNumber(scaled) / ((1 + r) / (1 - r))).toBeCloseTo(1, 9);
    }),
  );
});

describe.each(scalings.all)('$id', (scaling) => {
  it('says what it is, in words and as a formula', () => {
    expect(scaling.id).toMatch(/^[a-z0-9-]+$/);
    for (const text of [scaling.label, scaling.blurb, scaling.formula]) {
      expect(text.trim()).toBe(text);
      expect(text).not.toBe('');
    }
    expect(scaling.blurb).toMatch(/\.$/);
  });

  it('comes back, and agrees with its matrix and shift', () => {
    fc.assert(
      fc.property(ordinary, (inputs) => {
        const map = scaling.fit(inputs);
        const scaled = map.apply(inputs);
        const raw = map.invert(scaled);
        const { matrix, shift } = map;
        const isDiagonal = matrix[1] === 0 && matrix[2] === 0;
        for (const i of [0, 1]) {
          expect(relativeError(column(raw, i), column(inputs, i))).toBeLessThan(1e-12);
          const terms = Array.from({ length: inputs.length / 2 }, (_, row) => {
            const [x, y] = [inputs[2 * row], inputs[2 * row + 1]];
            return [matrix[2 * i] * x, matrix[2 * i + 1] * y, shift[i]];
          });
          const affine = terms.map(([x, y, constant]) => x + y + constant);
          if (isDiagonal) {
            expect(relativeError(affine, column(scaled, i))).toBeLessThan(1e-10);
            continue;
          }
          // Of nearly collinear columns the terms all but cancel, and cannot agree better than they are rounded.
          const size = Math.max(...terms.flat().map(Math.abs));
          const errors = column(scaled, i).map((value, row) => Math.abs(value - affine[row]));
          expect(Math.max(...errors)).toBeLessThanOrEqual(1e-13 * size);
        }
      }),
    );
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(ordinary, (inputs) => {
        const [a, b] = [column(inputs, 0).reverse(), column(inputs, 1).reverse()];
        const reversed = scaling.fit(Float64Array.from(a.flatMap((x, row) => [x, b[row]])));
        const map = scaling.fit(inputs);
        for (const field of ['matrix', 'shift'] as const) {
          for (const [k, value] of map[field].entries()) {
            expect(Math.abs(reversed[field][k] - value)).toBeLessThanOrEqual(
              1e-12 * Math.abs(value),
            );
          }
        }
      }),
    );
  });

  it('leaves what it is given alone, and answers with new arrays', () => {
    const inputs = Float64Array.of(1, 10, 3, -10, 2, 5);
    const before = [...inputs];
    const map = scaling.fit(inputs);
    const scaled = map.apply(inputs);
    map.invert(scaled).fill(0);
    scaled.fill(0);
    expect([...inputs]).toEqual(before);
    expect([...map.apply(new Float64Array(0))]).toEqual([]);
  });

  it('stays finite on constant columns and gives them one value', () => {
    for (const [x, y] of [
      [4.2, 0],
      [-3, 1e6],
      [1e300, -1e300],
      [5e-324, -5e-324],
    ]) {
      const inputs = Float64Array.of(x, y, x, y, x, y);
      const map = scaling.fit(inputs);
      expect(map.constant).toEqual([true, true]);
      const scaled = map.apply(inputs);
      expect([...scaled, ...map.matrix, ...map.shift].every(Number.isFinite)).toBe(true);
      expect(new Set(column(scaled, 0)).size + new Set(column(scaled, 1)).size).toBe(2);
      expect(relativeError([...map.invert(scaled)], [...inputs])).toBeLessThan(1e-14);
    }
  });

  it('stays finite on inputs of any size that it accepts', () => {
    for (const size of [1e300, 1e-299]) {
      const map = scaling.fit(Float64Array.of(-size, size, size, -size, 0, size / 2));
      const scaled = map.apply(Float64Array.of(-size, size));
      expect([...scaled, ...map.matrix, ...map.shift].every(Number.isFinite)).toBe(true);
      expect(map.constant).toEqual([false, false]);
    }
  });

  it('refuses inputs it cannot fit, saying where', () => {
    expect(() => scaling.fit(Float64Array.of(1, 2, 3, NaN))).toThrow(
      new RangeError('non-finite input: NaN (row 2, column 2; at most 1e+300 in size)'),
    );
    expect(() => scaling.fit(Float64Array.of(1, 2, -Infinity, 4))).toThrow(
      'non-finite input: -Infinity (row 2, column 1',
    );
    expect(() => scaling.fit(Float64Array.of(1e301, 2))).toThrow(
      'oversized input: 1e+301 (row 1, column 1',
    );
    expect(() => scaling.fit(new Float64Array(0))).toThrow('invalid inputs: 0 numbers');
    expect(() => scaling.fit(Float64Array.of(1, 2, 3))).toThrow('invalid inputs: 3 numbers');
  });
});

it('constant columns: only centred, sent to the lower end, or to 1', () => {
  const inputs = Float64Array.of(4.2, -3, 4.2, -3);
  const first = (id: string) => [...scalings.get(id).fit(inputs).apply(inputs)].slice(0, 2);
  expect(first('none')).toEqual([4.2, -3]);
  expect(first('centre')).toEqual([0, 0]);
  expect(first('scale')).toEqual([4.2, -3]);
  expect(first('standard')).toEqual([0, 0]);
  expect(first('minmax')).toEqual([0, 0]);
  expect(first('minmax-symmetric')).toEqual([-1, -1]);
  expect(first('maxabs')).toEqual([1, -1]);
  expect(first('constant')).toEqual([4.2 / 255, -3 / 255]);
  expect(first('robust')).toEqual([0, 0]);
  expect(first('pca')).toEqual([0, 0]);
  expect(first('zca')).toEqual([0, 0]);
});

it('robust scaling leaves a column as wide as it is where its middle half is one value', () => {
  const inputs = Float64Array.from([0, 0, 5, 0, 0, 0, 0, -3].flatMap((x) => [x, 2]));
  const map = scalings.get('robust').fit(inputs);
  expect(map.apply(inputs)).toEqual(inputs.map((x, i) => (i % 2 === 0 ? x : 0)));
  expect(map.constant).toEqual([false, true]);
});

it('robust scaling does not mind how far an outlier is', () => {
  const scaled = (outlier: number) => {
    const inputs = Float64Array.from([1, 2, 3, 4, outlier].flatMap((x) => [x, x]));
    return scalings.get('robust').fit(inputs).apply(inputs).slice(0, 8);
  };
  expect(scaled(1e9)).toEqual(scaled(5));
});
