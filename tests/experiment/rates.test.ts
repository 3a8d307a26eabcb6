// Learning rates by rule: the same for all, a part of what is stable, or the best of a few.
import { describe, expect, test } from 'vitest';
import {
  createTraining,
  curvature,
  schedules,
  type Lane,
  type Objective,
} from '../../src/index.ts';
import { lanesOf } from './lanes-of.ts';
import { usualRates } from '../../src/experiment/rate-search.ts';
import { sharpness } from '../../src/experiment/sharpness.ts';

const rateOf = ({ settings }: Lane) => settings.learningRate;

describe('same', () => {
  test('every lane has the rate of the experiment, but for one that sets its own', () => {
    const lanes = lanesOf('lr=0.3&lanes=raw,standard~lr:0.7');
    expect(lanes.map(rateOf)).toEqual([0.3, 0.7]);
    expect(lanes.map(({ rateOrigin }) => rateOrigin)).toEqual(['same', 'own']);
  });
});

describe('stable', () => {
  test.each([
    '',
    'net=3&data=two-scales-curved&lanes=raw,standard,raw%2Bbn,standard%2Bln',
    'net=8-8&data=disc&lanes=raw,standard%2Bbn',
  ])('?%s: the fraction of each lane’s own 2 / lambda max at its start', (query) => {
    for (const lane of lanesOf(`${query}&rate=stable:0.5`)) {
      const expected = 0.5 * curvature(lane.objective, lane.start).maximumStableRate;
      expect(Math.abs(rateOf(lane) / expected - 1)).toBeLessThan(1e-6);
      expect(lane.rateOrigin).toBe('stable');
    }
  });

  test('a lane’s own rate stands above the rule', () => {
    const [raw, standard] = lanesOf('rate=stable:0.9&lanes=raw~lr:0.01,standard');
    expect([rateOf(raw), raw.rateOrigin]).toEqual([0.01, 'own']);
    expect(standard.rateOrigin).toBe('stable');
  });

  test('one neuron descends below the limit in every lane, and climbs above it', () => {
    for (const lane of lanesOf('rate=stable:0.95')) {
      const before = lane.loss;
      lane.step(50);
      expect(lane.loss).toBeLessThan(before);
    }
    for (const lane of lanesOf('rate=stable:1.05')) {
      lane.step(2000);
      expect(lane.loss).toBeGreaterThan(1e3);
    }
  });

  test('the largest network has a rate as well, soon enough', () => {
    const wide = '16-16-16-16-16-16-16-16-16-16';
    const [lane] = lanesOf(`net=${wide}&count=50&lanes=standard&rate=stable:0.9`);
    expect(lane.objective.size).toBeGreaterThan(2000);
    expect(rateOf(lane)).toBeGreaterThan(1e-7);
    expect(rateOf(lane)).toBeLessThan(1e3);
  });
});

describe('lambda max', () => {
  const quadratic = (eigenvalues: readonly number[]): Objective => ({
    size: eigenvalues.length,
    names: eigenvalues.map((_, k) => `x${k}`),
    evaluate: (theta) =>
      eigenvalues.reduce((sum, value, k) => sum + (value * theta[k] ** 2) / 2, 0),
    hessianVector(_theta, v, out) {
      // Turned by a reflection, so that no eigenvector is a coordinate.
      const mean = v.reduce((sum, x) => sum + x, 0) / v.length;
      const turned = v.map((x, k) => eigenvalues[k] * (x - 2 * mean));
      const after = turned.reduce((sum, x) => sum + x, 0) / v.length;
      turned.forEach((x, k) => (out[k] = x - 2 * after));
    },
  });
  const of = (eigenvalues: readonly number[]) =>
    sharpness(quadratic(eigenvalues), new Float64Array(eigenvalues.length));

  test.each([
    ['one', [3]],
    ['spread over six orders', [1e-3, 0.5, 2, 40, 1000]],
    ['with downward curves steeper than the upward ones', [-500, -1, 0, 2.5]],
    ['nowhere upwards', [-5, -3, -1]],
    ['all alike', [2, 2, 2, 2]],
    ['two hundred', Array.from({ length: 200 }, (_, k) => 1 + k / 10)],
  ])('%s', (_name, eigenvalues) => {
    const largest = Math.max(...eigenvalues);
    const scale = Math.max(...eigenvalues.map(Math.abs));
    expect(Math.abs(of(eigenvalues) - largest)).toBeLessThan(1e-6 * scale);
  });

  test('of a flat surface it is 0, and of no finite one NaN', () => {
    expect(of([0, 0])).toBe(0);
    expect(of([Infinity, 1])).toBeNaN();
  });
});

describe('best', () => {
  const query = 'data=two-scales-curved&net=2&count=40&noise=0&lanes=raw,standard%2Bbn,standard';

  test('no other of the rates reaches the target in fewer steps, and among those that do not, none has less loss', () => {
    for (const [index, lane] of lanesOf(`${query}&rate=best`).entries()) {
      expect(lane.rateOrigin).toBe('best');
      expect(usualRates).toContain(rateOf(lane));
      const limit = 1500;
      const outcome = (lr: number) => {
        const run = lanesOf(`${query}&lr=${lr}`)[index];
        while (run.iteration < limit && run.stepsToTarget === null && run.status !== 'diverged')
          run.step();
        return [run.stepsToTarget ?? Infinity, run.status === 'diverged' ? Infinity : run.loss];
      };
      const [steps, loss] = outcome(rateOf(lane));
      for (const rate of usualRates) {
        const [otherSteps, otherLoss] = outcome(rate);
        expect(otherSteps).toBeGreaterThanOrEqual(steps);
        if (steps === Infinity && otherSteps === Infinity)
          expect(otherLoss).toBeGreaterThanOrEqual(loss);
      }
    }
  });

  test('the search leaves no trace in the run', () => {
    const best = lanesOf(`${query}&rate=best`);
    const plain = best.map((lane, k) => lanesOf(`${query}&lr=${rateOf(lane)}`)[k]);
    for (const lane of [...best, ...plain]) lane.step(30);
    best.forEach((lane, k) => {
      expect(lane.theta).toEqual(plain[k].theta);
      expect(lane.objective.running).toEqual(plain[k].objective.running);
    });
  });
});

test('the rate in force follows the schedule', () => {
  const [lane] = lanesOf('lanes=standard&lr=0.2&schedule=step&every=10&drop=0.5');
  expect(lane.currentRate).toBe(0.2);
  lane.step(10);
  expect(lane.currentRate).toBe(0.1);
  lane.seek(25);
  expect(lane.currentRate).toBe(0.05);
  lane.reset();
  expect(lane.currentRate).toBe(0.2);
});

test('settings of a link reach the steps: knobs, decay, clipping and schedule', () => {
  const query =
    'opt=adam&lr=0.05&beta1=0.5&lanes=standard~beta2:0.9~decay:0.1~clip:0.5~schedule:cosine~period:40';
  const [lane] = lanesOf(query);
  const { optimizer, start } = lane;
  const same = createTraining({
    objective: lanesOf(query)[0].objective,
    optimizer,
    settings: { learningRate: 0.05, beta1: 0.5, beta2: 0.9, period: 40 },
    schedule: schedules.get('cosine'),
    decay: 0.1,
    clip: 0.5,
    start,
    batches: null,
    targetLoss: 0,
  });
  lane.step(30);
  same.step(30);
  expect(lane.theta).toEqual(same.theta);
  const [plain] = lanesOf('opt=adam&lr=0.05&lanes=standard');
  plain.step(30);
  expect(plain.theta).not.toEqual(lane.theta);
});
