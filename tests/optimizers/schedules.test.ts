// Schedules against PyTorch's documented recurrences, each written out here on its own.
import { describe, expect, test } from 'vitest';
import { optimizers, schedules } from '../../src/index.ts';

/** The first learning rates as PyTorch's scheduler would set them, step by step from the one before. */
function recurrence(
  rate: number,
  steps: number,
  next: (rate: number, epoch: number) => number,
): number[] {
  const rates = [rate];
  for (let epoch = 1; epoch < steps; epoch++) rates.push(next(rates[epoch - 1], epoch));
  return rates;
}

const factors = (id: string, steps: number, knobs: Record<string, number>) =>
  Array.from({ length: steps }, (_, k) => schedules.get(id).factor(k + 1, knobs));

function expectClose(actual: readonly number[], expected: readonly number[]) {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, k) => expect(Math.abs(value - expected[k])).toBeLessThan(1e-12));
}

test('constant', () => {
  expect(factors('constant', 4, {})).toEqual([1, 1, 1, 1]);
});

test.each([
  [3, 0.5],
  [1, 0.9],
  [7, 0.1],
])('step: StepLR(step_size=%d, gamma=%d)', (every, drop) => {
  // lr_e = lr_(e-1) * gamma if e mod step_size = 0, else lr_(e-1)
  const expected = recurrence(1, 40, (rate, e) => (e % every === 0 ? rate * drop : rate));
  expectClose(factors('step', 40, { every, drop }), expected);
});

test.each([
  [10, 0],
  [25, 0.2],
])(
  'cosine: CosineAnnealingLR(T_max=%d, eta_min=%d) for T_max steps, then level',
  (period, floor) => {
    // eta_(t+1) = eta_min + (eta_t - eta_min) (1 + cos(pi (t+1)/T)) / (1 + cos(pi t/T))
    const expected = recurrence(1, period + 1, (rate, t) => {
      const wave = (at: number) => 1 + Math.cos((Math.PI * at) / period);
      return floor + ((rate - floor) * wave(t)) / wave(t - 1);
    });
    const all = factors('cosine', period + 20, { period, floor });
    expectClose(all.slice(0, period + 1), expected);
    expectClose(all.slice(period), Array<number>(20).fill(floor));
  },
);

test.each([
  [5, 1 / 3],
  [20, 0],
])('warmup: LinearLR(total_iters=%d, start_factor=%d)', (rise, low) => {
  const all = factors('warmup', 30, { rise, low });
  // The factor grows by the same amount at each of the first total_iters steps, and then stands at 1.
  const expected = recurrence(low, 30, (factor, e) =>
    e <= rise ? factor + (1 - low) / rise : factor,
  );
  expectClose(all, expected);
  expect(all[rise]).toBe(1);
});

describe.each(schedules.all)('$id', (schedule) => {
  const initial = Object.fromEntries(schedule.knobs.map(({ id, initial: value }) => [id, value]));
  const sample = [1, 2, 10, 50, 99, 101, 250, 999, 1000, 5000];
  const at = (knobs: Record<string, number>) => sample.map((k) => schedule.factor(k, knobs));

  test('says what it is, and has knobs that start within their range', () => {
    expect(schedule.id).toMatch(/^[a-z0-9-]+$/);
    expect(schedule.blurb).toMatch(/\.$/);
    expect(schedule.label.trim()).not.toBe('');
    expect(schedule.formula.trim()).not.toBe('');
    for (const { min, max, initial: value } of schedule.knobs) {
      expect(value).toBeGreaterThanOrEqual(min);
      expect(value).toBeLessThanOrEqual(max);
    }
  });

  test('every knob does something, and is at its initial value where it is left out', () => {
    expect(at(initial)).toEqual(at({}));
    for (const { id, min, max, initial: value } of schedule.knobs) {
      expect(at({ ...initial, [id]: value === min ? max : min })).not.toEqual(at({}));
    }
  });

  test('never raises the rate above what was chosen, nor below 0', () => {
    for (const factor of at({})) {
      expect(factor).toBeGreaterThanOrEqual(0);
      expect(factor).toBeLessThanOrEqual(1);
    }
  });
});

test('no knob of a schedule is called like one of an optimizer, so that both fit one link', () => {
  const ids = schedules.all.flatMap(({ knobs }) => knobs.map(({ id }) => id));
  const others = optimizers.all.flatMap(({ knobs }) => knobs.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => others.includes(id))).toEqual([]);
});
