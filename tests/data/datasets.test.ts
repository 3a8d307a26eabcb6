// What every data set promises: finite, seeded, bounded samples, words for its menu, and a goal that can be reached.
import { describe, expect, it } from 'vitest';
import { sin } from '../../src/math/elementary/trigonometry.ts';
import { datasets } from '../../src/data/index.ts';
import { column } from '../scaling/linear-model.ts';

const ranged = datasets.all.filter((dataset) => dataset.ranges);

describe.each(datasets.all)('$id', (dataset) => {
  it('says what it is', () => {
    expect(dataset.id).toMatch(/^[a-z0-9-]+$/);
    for (const text of [dataset.label, dataset.blurb, ...dataset.features]) {
      expect(text.trim()).toBe(text);
      expect(text).not.toBe('');
    }
    expect(dataset.blurb).toMatch(/\.$/);
  });

  it('gives finite samples of the promised shape, the same for the same seed', () => {
    for (const seed of [1, 2, 3, -7, 0]) {
      const samples = dataset.sample({ seed });
      expect(samples.inputs.length).toBe(2 * samples.count);
      expect(samples.targets.length).toBe(samples.count);
      expect([...samples.inputs, ...samples.targets].every(Number.isFinite)).toBe(true);
      expect(dataset.sample({ seed })).toEqual(samples);
      expect(dataset.sample({ seed }).inputs).not.toBe(samples.inputs);
    }
  });

  it('has inputs that vary, and targets of its task', () => {
    const { inputs, targets } = dataset.sample();
    // A column of a table may count a few things.
    const fewest = dataset.table ? 7 : 10;
    for (const i of [0, 1]) expect(new Set(column(inputs, i)).size).toBeGreaterThan(fewest);
    if (dataset.task === 'classification') expect(new Set(targets)).toEqual(new Set([0, 1]));
    else expect(new Set(targets).size).toBeGreaterThan(10);
  });

  it('has a target loss below what a constant achieves', () => {
    const samples = dataset.sample();
    const mean = samples.targets.reduce((sum, y) => sum + y, 0) / samples.count;
    const variance = samples.targets.reduce((sum, y) => sum + (y - mean) ** 2, 0) / samples.count;
    expect(dataset.targetLoss(samples, 'mse')).toBeGreaterThan(0);
    expect(dataset.targetLoss(samples, 'mse')).toBeLessThan(variance);
    if (dataset.task === 'regression') return;
    const entropy = -mean * Math.log(mean) - (1 - mean) * Math.log(1 - mean);
    expect(dataset.targetLoss(samples, 'bce')).toBeGreaterThan(0);
    expect(dataset.targetLoss(samples, 'bce')).toBeLessThan(entropy);
  });
});

describe.each(ranged)('$id, posed in other ranges', (dataset) => {
  const plain = dataset.sample();

  it('fills its ranges', () => {
    const [[low1, high1], [low2, high2]] = [
      [-3, 5],
      [1000, 1000.5],
    ];
    const { inputs } = dataset.sample({
      // Enough for what is rare near the ends of a bell curve.
      count: 20_000,
      ranges: [
        [low1, high1],
        [low2, high2],
      ],
    });
    for (const [i, low, high] of [
      [0, low1, high1],
      [1, low2, high2],
    ]) {
      const values = column(inputs, i);
      expect(Math.min(...values)).toBeGreaterThanOrEqual(low);
      expect(Math.max(...values)).toBeLessThanOrEqual(high);
      expect(Math.min(...values)).toBeLessThan(low + 0.02 * (high - low));
      expect(Math.max(...values)).toBeGreaterThan(high - 0.02 * (high - low));
    }
  });

  it('keeps every target bit for bit, and every position', () => {
    // Powers of two, so that positions can be compared exactly.
    const other = dataset.sample({
      ranges: [
        [0, 4],
        [0, 2 ** -20],
      ],
    });
    const unit = dataset.sample({
      ranges: [
        [0, 1],
        [0, 1],
      ],
    });
    expect(other.targets).toEqual(plain.targets);
    expect(column(other.inputs, 0)).toEqual(column(unit.inputs, 0).map((x) => 4 * x));
    expect(column(other.inputs, 1)).toEqual(column(unit.inputs, 1).map((x) => x * 2 ** -20));
  });

  it('keeps its inputs whatever the noise, and its first rows whatever the count', () => {
    for (const noise of [0, 0.5]) {
      expect(dataset.sample({ noise }).inputs).toEqual(plain.inputs);
    }
    const longer = dataset.sample({ count: 300 });
    expect(longer.inputs.slice(0, 400)).toEqual(plain.inputs);
    expect(longer.targets.slice(0, 200)).toEqual(plain.targets);
  });

  it('draws other rows for another seed', () => {
    const first = column(plain.inputs, 0);
    const other = column(dataset.sample({ seed: 2 }).inputs, 0);
    // Whole numbers meet again by chance, but not in the same places.
    const isWhole = first.every(Number.isInteger);
    const isSeenAgain = (x: number, row: number) =>
      isWhole ? other[row] === x : other.includes(x);
    expect(first.filter(isSeenAgain).length).toBeLessThan(isWhole ? 20 : 1);
  });

  it('refuses settings that make no samples', () => {
    for (const count of [0, -1, 1.5, NaN, Infinity, 100_001]) {
      expect(() => dataset.sample({ count })).toThrow(`invalid count: ${count} (a whole number`);
    }
    for (const noise of [-0.1, NaN, Infinity]) {
      expect(() => dataset.sample({ noise })).toThrow(`invalid noise: ${noise} (`);
    }
    for (const seed of [0.5, NaN, Infinity]) {
      expect(() => dataset.sample({ seed })).toThrow(`invalid seed: ${seed} (`);
    }
    for (const [low, high] of [
      [1, 1],
      [2, 1],
      [NaN, 1],
      [0, Infinity],
      [-1e308, 1e308],
    ] as const) {
      const sample = () =>
        dataset.sample({
          ranges: [
            [0, 1],
            [low, high],
          ],
        });
      expect(sample).toThrow(RangeError);
      expect(sample).toThrow(`invalid range of x2: ${low} to ${high} (two finite numbers`);
    }
  });
});

describe('the two-scale relations', () => {
  const twoScales = ranged.filter(({ id }) => id.startsWith('two-scales'));
  const unitRanges = [
    [0, 1],
    [0, 1],
  ] as const;
  const rows = (id: string, noise: number) => {
    const { inputs, targets } = datasets.get(id).sample({ noise, ranges: unitRanges });
    return Array.from(targets, (y, row) => ({ u: inputs[2 * row], v: inputs[2 * row + 1], y }));
  };

  it('are the ones they are said to be, where there is no noise', () => {
    for (const { u, v, y } of rows('two-scales', 0)) expect(y).toBe(u + v - 1);
    for (const { u, v, y } of rows('two-scales-curved', 0)) {
      expect(y).toBe(sin(3 * u) + v * v - 1);
    }
    for (const { u, v, y } of rows('two-scales-classes', 0)) {
      expect(y).toBe(u + v - 1 + 0.3 * sin(6 * (u - 0.5)) > 0 ? 1 : 0);
    }
  });

  it('carry noise of mean 0 and the chosen deviation, and classes none', () => {
    for (const id of ['two-scales', 'two-scales-curved']) {
      const clean = datasets.get(id).sample({ count: 20_000, noise: 0 }).targets;
      const noisy = datasets.get(id).sample({ count: 20_000, noise: 0.05 }).targets;
      const errors = Array.from(noisy, (y, row) => y - clean[row]);
      const mean = errors.reduce((sum, e) => sum + e, 0) / errors.length;
      const deviation = Math.sqrt(errors.reduce((sum, e) => sum + e * e, 0) / errors.length);
      // Four standard errors.
      expect(Math.abs(mean)).toBeLessThan((4 * 0.05) / Math.sqrt(20_000));
      expect(Math.abs(deviation / 0.05 - 1)).toBeLessThan(4 / Math.sqrt(2 * 20_000));
    }
    expect(rows('two-scales-classes', 0.5)).toEqual(rows('two-scales-classes', 0));
  });

  it('lie in the ranges 0 to 1 and 0 to 0.01, 200 rows with seed 1 and noise 0.05, unless told otherwise', () => {
    for (const dataset of twoScales) {
      expect(dataset.sample()).toEqual(
        dataset.sample({
          count: 200,
          noise: 0.05,
          seed: 1,
          ranges: [
            [0, 1],
            [0, 0.01],
          ],
        }),
      );
    }
    expect(twoScales.length).toBe(3);
  });

  it('have the agreed target losses', () => {
    for (const dataset of ranged) {
      const loss = dataset.task === 'regression' ? 'mse' : 'bce';
      expect(dataset.targetLoss(dataset.sample(), loss)).toBe(loss === 'mse' ? 0.01 : 0.2);
    }
  });
});
