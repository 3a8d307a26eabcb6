// Real tables: their numbers against reference statistics, their columns, and their conditioning under each scaling.
import { readFileSync } from 'node:fs';
import { csvParseRows } from 'd3-dsv';
import { describe, expect, it } from 'vitest';
import { datasets } from '../../src/data/index.ts';
import { createTable } from '../../src/data/table.ts';
import { scalings } from '../../src/scaling/index.ts';
import { tableText } from '../../src/data/tables/table-texts.ts';
import goldenFile from '../golden/datasets.json' with { type: 'json' };
import {
  column,
  conditionNumber,
  hessianEigenvalues,
  relativeError,
} from '../scaling/linear-model.ts';

const notice = readFileSync(new URL('../../NOTICE', import.meta.url), 'utf8');
const average = (values: number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

const references = [
  { id: 'wine', csv: 'wine.csv', inputs: 13, ones: 59 },
  { id: 'breast-cancer', csv: 'breast_cancer.csv', inputs: 6, ones: 212 },
  { id: 'penguins', csv: 'penguins.csv', inputs: 4, ones: 123 },
  { id: 'iris', csv: 'iris.csv', inputs: 4, ones: 50 },
  { id: 'houses', csv: 'houses_synthetic.csv', inputs: 3, ones: 0 },
];

it('has a reference for every table', () => {
  const tables = datasets.all.filter(({ table }) => table);
  expect(tables.map(({ id }) => id)).toEqual(references.map(({ id }) => id));
});

describe.each(references)('$id, by its default columns', ({ id, csv, inputs, ones }) => {
  const golden = goldenFile.cases.find((reference) => reference.csv === csv);
  if (!golden) throw new Error(`missing reference: ${csv}`);
  const dataset = datasets.get(id);
  const samples = dataset.sample();
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
    expect(samples.targets.filter((y) => y === 1).length).toBe(ones);
  });

  it.each(['none', 'standard', 'minmax', 'maxabs', 'robust'] as const)(
    'is as well conditioned under %s as the reference',
    (scaling) => {
      const scaled = scalings.get(scaling).fit(samples.inputs).apply(samples.inputs);
      const model = golden.linear_model[scaling];
      expect(relativeError(hessianEigenvalues(scaled), model.hessian_eigenvalues)).toBeLessThan(
        1e-12,
      );
      // The least eigenvalue is known to 1e-16 of the greatest only, in the reference as here.
      const share = Math.abs(conditionNumber(scaled) / model.condition_number - 1);
      expect(share).toBeLessThan(4e-15 * model.condition_number + 1e-12);
    },
  );

  it('has the reference’s medians and middle halves, by robust scaling', () => {
    const map = scalings.get('robust').fit(samples.inputs);
    const medians = map.apply(Float64Array.from(golden.median));
    for (const middle of medians) expect(Math.abs(middle)).toBeLessThan(1e-14);
    for (const i of [0, 1]) expect(1 / map.matrix[3 * i] / golden.iqr[i]).toBeCloseTo(1, 12);
  });

  it('has a target of the least squared error, plus 5 % of the constant predictor', () => {
    const mean = average([...samples.targets]);
    const variance = average([...samples.targets].map((y) => (y - mean) ** 2));
    const expected = golden.linear_model.none.optimum_mse + 0.05 * variance;
    expect(dataset.targetLoss(samples, 'mse') / expected).toBeCloseTo(1, 10);
  });

  it('lets a reader choose among the measurements, and not among the answers', () => {
    const { table, features } = dataset;
    expect(table?.inputs.slice(0, 2)).toEqual(golden.columns);
    expect(features).toEqual(golden.columns);
    expect(table?.inputs.length).toBe(inputs);
    expect(table?.targets).toEqual([golden.target]);
    expect(table?.unit('constructor')).toBe('');
  });
});

it('tables credit their sources and say their units', () => {
  const creditOf = (id: string) => datasets.get(id).credit ?? '';
  for (const [id, identifier] of [
    ['wine', '10.24432/C5PC7J'],
    ['breast-cancer', '10.24432/C5DW2B'],
    ['iris', '10.24432/C56C76'],
  ]) {
    expect(creditOf(id)).toContain(identifier);
    expect(creditOf(id)).toContain('CC BY 4.0');
    expect(notice).toContain(`https://doi.org/${identifier}`);
    expect(notice).toContain(`src/data/tables/texts/${id}.ts`);
  }
  expect(creditOf('penguins')).toContain('CC0');
  for (const text of [
    datasets.get('houses').label,
    datasets.get('houses').blurb,
    creditOf('houses'),
  ]) {
    expect(text.toLowerCase()).toContain('synthetic');
  }
  const unit = (id: string, name: string) => datasets.get(id).table?.unit(name);
  expect(unit('wine', 'proline')).toBe('mg/l');
  expect(unit('wine', 'hue')).toBe('');
  expect(unit('breast-cancer', 'mean_area')).toBe('pixels²');
  expect(unit('penguins', 'body_mass')).toBe('g');
  expect(unit('iris', 'petal_length')).toBe('cm');
  expect(unit('houses', 'price')).toBe('thousand dollars');
});

it('rows with blanks are left out only where a chosen column has one', () => {
  expect(datasets.get('penguins').sample().count).toBe(342);
  expect(datasets.get('houses').sample({ columns: ['age', 'rooms'] }).count).toBe(200);
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

it.each(references)(
  '$id offers every numeric column that is no target and codes no class',
  ({ id }) => {
    const [header, ...rows] = csvParseRows(tableText(id).trim());
    const numeric = header.filter((_, i) => {
      const cells = rows.map((row) => row[i]).filter((cell) => cell !== '');
      return cells.length > 0 && cells.every((cell) => Number.isFinite(Number(cell)));
    });
    const { inputs = [], targets = [] } = datasets.get(id).table ?? {};
    // A class by its number: the target says the same of two classes.
    const codes = ['cultivar'];
    expect([...inputs].sort()).toEqual(
      numeric.filter((name) => !targets.includes(name) && !codes.includes(name)).sort(),
    );
  },
);

it('a table offers its input columns and leaves out rows with a blank in a chosen one', () => {
  const table = createTable({
    id: 'tiny',
    label: 'Tiny',
    blurb: 'A few rows.',
    task: 'regression',
    inputs: ['b', 'a', 'c'],
    targets: ['y'],
    units: {},
    credit: 'none',
    text: () =>
      '\na,b,name,c,blank,code,y\n1,10,x,0.5,,7,-1\n2,,"y, z",1e3,,7,-2\n3,30,z,,,7,-3\n4,40,z,2,,7,\n',
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
