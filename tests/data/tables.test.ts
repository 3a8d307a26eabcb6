// Real tables: their numbers against reference statistics, their columns, and their conditioning under each scaling.
import { describe, expect, it } from 'vitest';
import { datasets } from '../../src/data/index.ts';
import { createTable } from '../../src/data/table.ts';
import { scalings } from '../../src/scaling/index.ts';
import goldenFile from '../golden/datasets.json' with { type: 'json' };
import {
  column,
  conditionNumber,
  hessianEigenvalues,
  relativeError,
} from '../scaling/linear-model.ts';

const average = (values: number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

describe('wine, proline and hue', () => {
  const golden = goldenFile.cases.find(({ csv }) => csv === 'wine.csv');
  if (!golden) throw new Error('missing reference: wine.csv');
  const samples = datasets.get('wine').sample();
  const columns = [0, 1].map((i) => column(samples.inputs, i));
  const means = columns.map(average);
  const deviations = columns.map((x, i) => Math.sqrt(average(x.map((a) => (a - means[i]) ** 2))));

  it('has the reference statistics', () => {
    expect(samples.count).toBe(golden.rows_used);
    expect(columns.map((x) => Math.min(...x))).toEqual(golden.min);
    expect(columns.map((x) => Math.max(...x))).toEqual(golden.max);
    for (const i of [0, 1]) {
      expect(means[i] / golden.mean[i]).toBeCloseTo(1, 12);
      expect(deviations[i] / golden.std_ddof0[i]).toBeCloseTo(1, 12);
    }
    const product = average(columns[0].map((x, k) => (x - means[0]) * (columns[1][k] - means[1])));
    expect(product / deviations[0] / deviations[1] / golden.correlation).toBeCloseTo(1, 12);
    expect(samples.targets.filter((y) => y === 1).length).toBe(59);
  });

  it.each(['none', 'standard', 'minmax', 'maxabs'] as const)(
    'is as well conditioned under %s as the reference',
    (id) => {
      const scaled = scalings.get(id).fit(samples.inputs).apply(samples.inputs);
      const model = golden.linear_model[id];
      expect(relativeError(hessianEigenvalues(scaled), model.hessian_eigenvalues)).toBeLessThan(
        1e-12,
      );
      // The least eigenvalue of the raw Hessian is known to 1e-16 of the greatest only, 2.5e7 times as large.
      expect(conditionNumber(scaled) / model.condition_number).toBeCloseTo(
        1,
        id === 'none' ? 7 : 10,
      );
    },
  );

  it('has a target of the least squared error, plus 5 % of the constant predictor', () => {
    const share = average([...samples.targets]);
    const expected = golden.linear_model.none.optimum_mse + 0.05 * share * (1 - share);
    expect(datasets.get('wine').targetLoss(samples, 'mse') / expected).toBeCloseTo(1, 10);
  });

  it('lets a reader choose among the measurements, with their units, and not among the answers', () => {
    const { table, credit, features } = datasets.get('wine');
    expect(table?.inputs.slice(0, 2)).toEqual(['proline', 'hue']);
    expect(features).toEqual(['proline', 'hue']);
    expect(table?.inputs.length).toBe(13);
    expect(table?.targets).toEqual(['class1']);
    expect(table?.unit('proline')).toBe('mg/l');
    expect(table?.unit('hue')).toBe('');
    expect(table?.unit('constructor')).toBe('');
    expect(credit).toContain('10.24432/C5PC7J');
    expect(credit).toContain('CC BY 4.0');
  });
});

describe.each(datasets.all.filter(({ table }) => table))('$id', (dataset) => {
  const { inputs = [], targets = [] } = dataset.table ?? {};

  it('credits its source', () => expect(dataset.credit).toBeTruthy());

  it('samples every pair of neighbouring columns with every target', () => {
    const whole = dataset.sample();
    for (const target of targets) {
      for (const [k, first] of inputs.entries()) {
        const second = inputs[(k + 1) % inputs.length];
        const samples = dataset.sample({ columns: [first, second], target });
        expect(samples.count).toBeGreaterThan(0.9 * whole.count);
        expect([...samples.inputs, ...samples.targets].every(Number.isFinite)).toBe(true);
        const swapped = dataset.sample({ columns: [second, first], target });
        expect(column(swapped.inputs, 0)).toEqual(column(samples.inputs, 1));
      }
    }
  });

  it('ignores count, noise, seed and ranges', () => {
    expect(
      dataset.sample({
        count: 3,
        noise: 1,
        seed: 9,
        ranges: [
          [5, 6],
          [5, 6],
        ],
      }),
    ).toEqual(dataset.sample());
  });

  it('refuses unknown columns, naming the known ones', () => {
    const known = `(known: ${inputs.join(', ')})`;
    for (const name of ['nothing', '', '__proto__', targets[0]]) {
      expect(() => dataset.sample({ columns: [inputs[0], name] })).toThrow(
        new RangeError(`unknown input column: ${name} ${known}`),
      );
    }
    expect(() => dataset.sample({ target: 'nothing' })).toThrow(
      new RangeError(`unknown target column: nothing (known: ${targets.join(', ')})`),
    );
  });
});

it('a table finds its numeric columns and leaves out rows with a blank in a chosen one', () => {
  const table = createTable({
    id: 'tiny',
    label: 'Tiny',
    blurb: 'A few rows.',
    task: 'regression',
    inputs: ['b', 'a'],
    targets: ['y'],
    ignored: ['code'],
    units: {},
    credit: 'none',
    text: '\na,b,name,c,blank,code,y\n1,10,x,0.5,,7,-1\n2,,"y, z",1e3,,7,-2\n3,30,z,,,7,-3\n4,40,z,2,,7,\n',
  });
  expect(table.table?.inputs).toEqual(['b', 'a', 'c']);
  expect(table.sample()).toEqual({
    count: 2,
    inputs: Float64Array.of(10, 1, 30, 3),
    targets: Float64Array.of(-1, -3),
  });
  expect(table.sample({ columns: ['a', 'c'] })).toEqual({
    count: 2,
    inputs: Float64Array.of(1, 0.5, 2, 1000),
    targets: Float64Array.of(-1, -2),
  });
});
