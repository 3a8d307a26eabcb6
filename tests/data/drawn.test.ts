// The made-up sets beyond the two-scale ones: where their points lie, which class they have, and what noise and knobs do.
import { describe, expect, it } from 'vitest';
import type { SampleOptions } from '../../src/data/dataset.ts';
import { datasets } from '../../src/data/index.ts';
import { imageSize, createPixelImage } from '../../src/data/pixel-image.ts';
import { createRandom } from '../../src/math/random.ts';
import { scalings } from '../../src/scaling/index.ts';
import { column, conditionNumber } from '../scaling/linear-model.ts';

const rowsOf = (id: string, options: SampleOptions) => {
  const { inputs, targets } = datasets.get(id).sample(options);
  return Array.from(targets, (label, k) => ({ x: inputs[2 * k], y: inputs[2 * k + 1], label }));
};
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
const correlation = (a: readonly number[], b: readonly number[]) => {
  const centred = (values: readonly number[]) => {
    const middle = mean(values);
    return values.map((x) => x - middle);
  };
  const product = (p: readonly number[], q: readonly number[]) => {
    const [x, y] = [centred(p), centred(q)];
    return mean(x.map((value, k) => value * y[k]));
  };
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
};

const flat = ['disc', 'rings', 'xor', 'moons', 'spiral'];

describe.each(flat)('%s', (id) => {
  const dataset = datasets.get(id);

  it('has classes of one size: row by row without noise, and nearly so with it', () => {
    const clean = dataset.sample({ noise: 0, count: 501 }).targets;
    expect([...clean]).toEqual(Array.from({ length: 501 }, (_, row) => row % 2));
    for (const noise of [0.05, 0.3, 10]) {
      const { targets } = dataset.sample({ count: 20_000, noise });
      expect(mean([...targets])).toBeGreaterThan(0.48);
      expect(mean([...targets])).toBeLessThan(0.52);
    }
  });

  it('has more points on the wrong side the larger the noise, up to half of them', () => {
    const clean = dataset.sample({ count: 20_000, noise: 0 }).targets;
    const wrong = [0.01, 0.05, 0.2, 10].map((noise) =>
      mean(
        [...dataset.sample({ count: 20_000, noise }).targets].map((y, k) => Math.abs(y - clean[k])),
      ),
    );
    expect(wrong).toEqual(wrong.toSorted((a, b) => a - b));
    expect(wrong[0]).toBeLessThan(0.02);
    expect(wrong[3]).toBeGreaterThan(0.4);
    expect(wrong[3]).toBeLessThan(0.6);
  });

  it('is no task for a straight line, and has goals below what a constant reaches', () => {
    const samples = dataset.sample({ noise: 0, count: 4000 });
    expect(dataset.targetLoss(samples, 'bce')).toBe(0.2);
    expect(dataset.targetLoss(samples, 'mse')).toBe(0.07);
    // The same share of the constant's loss: entropy ln 2, variance 1/4.
    expect(0.07 / 0.25).toBeCloseTo(0.2 / Math.LN2, 1);
    // Of all lines, one in 64 directions and 41 places, none is right about more than 95 %.
    const rows = rowsOf(id, { noise: 0, count: 400 });
    let best = 0;
    for (let k = 0; k < 64; k++) {
      const [a, b] = [Math.cos((k * Math.PI) / 64), Math.sin((k * Math.PI) / 64)];
      for (let shift = -1; shift <= 1; shift += 0.05) {
        const right = mean(
          rows.map(({ x, y, label }) => Number(a * x + b * y > shift === (label === 1))),
        );
        best = Math.max(best, right, 1 - right);
      }
    }
    expect(best).toBeLessThan(0.95);
  });
});

describe('without noise, points lie where they should', () => {
  const clean = (id: string) => rowsOf(id, { noise: 0, count: 2000 });
  const radius = ({ x, y }: { x: number; y: number }) => Math.hypot(x, y);

  it('disc: class 1 inside half of the area', () => {
    for (const row of clean('disc'))
      expect(row.label).toBe(radius(row) < Math.sqrt(2 / Math.PI) ? 1 : 0);
  });

  it('rings: class 1 in the inner ring, class 0 in the outer', () => {
    for (const row of clean('rings')) {
      const [low, high] = row.label === 1 ? [0.25, 0.45] : [0.75, 1];
      expect(radius(row)).toBeGreaterThanOrEqual(low);
      expect(radius(row)).toBeLessThanOrEqual(high);
    }
  });

  it('xor: class 1 where the signs differ', () => {
    for (const { x, y, label } of clean('xor')) expect(label).toBe(x * y < 0 ? 1 : 0);
  });

  it('moons: each within reach of its half circle, each other’s image under half a turn', () => {
    const angles = Array.from({ length: 721 }, (_, k) => (k * Math.PI) / 720);
    for (const { x, y, label } of clean('moons').slice(0, 400)) {
      const [a, b] = [0.5 + 1.65 * x, 0.25 + 0.9 * y];
      const distances = angles.map((t) =>
        label === 0
          ? Math.hypot(a - Math.cos(t), b - Math.sin(t))
          : Math.hypot(a - 1 + Math.cos(t), b - 0.5 + Math.sin(t)),
      );
      expect(Math.min(...distances)).toBeLessThan(0.15 + 1e-4);
    }
  });

  it('spiral: in the arm of their class, and one arm is the other turned by half a turn', () => {
    const rows = clean('spiral');
    for (const { x, y, label } of rows) {
      // Turned back by as much as the arm has wound, class 0 lies on one side and class 1 on the other.
      const wound = Math.atan2(y, x) - Math.PI / 4 - 2.5 * Math.PI * (Math.hypot(x, y) - 1);
      expect(Math.cos(wound) * (label === 0 ? 1 : -1)).toBeGreaterThan(0.5);
      expect(Math.hypot(x, y)).toBeLessThan(1);
    }
    const turned = rows.filter(({ label }) => label === 1).map(({ x, y }) => [-x, -y]);
    expect(
      Math.abs(
        mean(turned.map(([x]) => x)) -
          mean(rows.filter(({ label }) => label === 0).map(({ x }) => x)),
      ),
    ).toBeLessThan(0.05);
  });
});

describe('gaussians', () => {
  const rhos = [-0.99, -0.5, 0, 0.5, 0.9, 0.99];

  it.each(rhos)('has correlation %d, mean 0 and deviation 1', (rho) => {
    const { inputs } = datasets.get('gaussians').sample({ count: 20_000, knobs: { rho } });
    const [a, b] = [column(inputs, 0), column(inputs, 1)];
    // Four standard errors, and what the ends of the ranges cut off.
    expect(Math.abs(correlation(a, b) - rho)).toBeLessThan(
      (4 * (1 - rho * rho)) / Math.sqrt(20_000) + 1e-3,
    );
    for (const values of [a, b]) {
      expect(Math.abs(mean(values))).toBeLessThan(4 / Math.sqrt(20_000));
      expect(Math.abs(mean(values.map((x) => x * x)) - 1)).toBeLessThan(
        4 * Math.sqrt(2 / 20_000) + 0.01,
      );
    }
    expect(
      Math.abs(conditionNumber(inputs) / ((1 + Math.abs(rho)) / (1 - Math.abs(rho))) - 1),
    ).toBeLessThan(0.1);
  });

  it('has the sum as its target, plus the noise', () => {
    for (const { x, y, label } of rowsOf('gaussians', { noise: 0 }))
      expect(label).toBeCloseTo(x + y, 12);
    const errors = rowsOf('gaussians', { noise: 0.3, count: 20_000 }).map(
      ({ x, y, label }) => label - x - y,
    );
    expect(Math.abs(Math.sqrt(mean(errors.map((e) => e * e))) / 0.3 - 1)).toBeLessThan(
      4 / Math.sqrt(40_000),
    );
  });

  it('can be learned beyond the goal at any correlation, and not by a constant', () => {
    for (const rho of rhos) {
      const samples = datasets.get('gaussians').sample({ knobs: { rho } });
      const variance = mean([...samples.targets].map((y) => (y - mean([...samples.targets])) ** 2));
      expect(datasets.get('gaussians').targetLoss(samples, 'mse')).toBeLessThan(variance);
      expect(datasets.get('gaussians').targetLoss(samples, 'mse')).toBeGreaterThan(0.05 ** 2);
    }
  });

  it('keeps its first input whatever the correlation, and takes the knob beside the other options too', () => {
    const { sample, knobs } = datasets.get('gaussians');
    expect(knobs?.map(({ id }) => id)).toEqual(['rho']);
    expect(sample({ knobs: { rho: 0.9 } })).toEqual(sample());
    const other = sample({ knobs: { rho: -0.2 } });
    expect(column(other.inputs, 0)).toEqual(column(sample().inputs, 0));
    expect(column(other.inputs, 1)).not.toEqual(column(sample().inputs, 1));
    const spread = { count: 200, ...{ rho: -0.2 } };
    expect(sample(spread)).toEqual(other);
  });

  it('refuses a correlation that is none', () => {
    for (const rho of [1, -1, 0.995, NaN, Infinity]) {
      expect(() => datasets.get('gaussians').sample({ knobs: { rho } })).toThrow(
        new RangeError(`invalid rho: ${rho} (a number from -0.99 to 0.99)`),
      );
    }
    expect(datasets.get('gaussians').sample({ knobs: { toString: 3 } as never })).toEqual(
      datasets.get('gaussians').sample(),
    );
  });
});

describe('every knob of every set', () => {
  const knobs = datasets.all.flatMap((dataset) =>
    (dataset.knobs ?? []).map((knob) => ({ dataset, knob })),
  );

  it.each(knobs)(
    '$dataset.id: $knob.id changes the samples from end to end',
    ({ dataset, knob }) => {
      expect(knob.id).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(knob.initial).toBeGreaterThanOrEqual(knob.min);
      expect(knob.initial).toBeLessThanOrEqual(knob.max);
      const at = (value: number) => dataset.sample({ knobs: { [knob.id]: value } });
      expect(at(knob.initial)).toEqual(dataset.sample());
      expect(at(knob.min)).not.toEqual(at(knob.max));
      for (const value of [knob.min, knob.max]) {
        expect([...at(value).inputs, ...at(value).targets].every(Number.isFinite)).toBe(true);
      }
    },
  );
});

describe('pixels', () => {
  it('are whole numbers from 0 to 255, and their neighbour the target, from 0 to 1', () => {
    for (const seed of [1, 2, 3]) {
      const { inputs, targets } = datasets.get('pixels').sample({ seed, noise: 0 });
      expect(inputs.every((value) => Number.isInteger(value) && value >= 0 && value <= 255)).toBe(
        true,
      );
      expect(targets.every((value) => value >= 0 && value <= 1)).toBe(true);
    }
  });

  it('are correlated as in a photograph, and less so the farther apart', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const { inputs, targets } = datasets.get('pixels').sample({ seed, noise: 0, count: 2000 });
      const [first, second] = [column(inputs, 0), column(inputs, 1)];
      const near = correlation(first, second);
      expect(near).toBeGreaterThan(0.9);
      expect(near).toBeLessThan(0.995);
      expect(correlation(first, [...targets])).toBeLessThan(near);
    }
  });

  it('teach what dividing by 255 does: it takes the scale away, and leaves offset and correlation', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { inputs } = datasets.get('pixels').sample({ seed });
      const kappa = (id: string) => conditionNumber(scalings.get(id).fit(inputs).apply(inputs));
      expect(kappa('none') / kappa('constant')).toBeGreaterThan(50);
      expect(kappa('constant') / kappa('standard')).toBeGreaterThan(3);
      expect(kappa('standard')).toBeGreaterThan(20);
      expect(kappa('zca')).toBeCloseTo(1, 9);
    }
  });

  it('come from a picture with every brightness, black and white included', () => {
    for (const seed of [1, 2, 3]) {
      const image = createPixelImage(createRandom(seed, 'data'));
      expect(image.length).toBe(imageSize * imageSize);
      const share = (level: number) =>
        image.filter((value) => value === level).length / image.length;
      for (const level of [0, 255]) {
        expect(share(level)).toBeGreaterThan(0.005);
        expect(share(level)).toBeLessThan(0.03);
      }
      expect(new Set(image).size).toBeGreaterThan(200);
    }
  });
});
