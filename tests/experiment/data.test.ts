// What an experiment says of its data: rows kept back, the target's scaling, and the numbers of a data set.
import { describe, expect, test } from 'vitest';
import {
  createLanes,
  datasets,
  losses,
  parseExperiment,
  scalings,
  splitSamples,
} from '../../src/index.ts';
import { lanesOf } from './lanes-of.ts';

const mean = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

describe('rows kept back', () => {
  const query = 'data=two-scales-curved&net=4&count=50&split=0.3&lanes=raw,standard,standard%2Bbn';

  test('none, unless asked for', () => {
    for (const lane of lanesOf('')) {
      expect(lane.testSamples).toBeNull();
      expect(lane.testLoss()).toBeNull();
      expect(lane.samples.count).toBe(200);
    }
  });

  test('scalings are fitted to the other rows alone, and then map both', () => {
    const all = datasets.get('two-scales-curved').sample({ count: 50 });
    const { train, test: held } = splitSamples(all, 0.3, 1);
    expect(held.count).toBe(15);
    const fitted = scalings.get('standard').fit(train.inputs);
    const [raw, standard] = lanesOf(query);
    expect(raw.rawSamples).toEqual(train);
    expect(raw.testSamples).toEqual(held);
    expect(standard.samples.inputs).toEqual(fitted.apply(train.inputs));
    expect(standard.testSamples?.inputs).toEqual(fitted.apply(held.inputs));
    expect(scalings.get('standard').fit(all.inputs).matrix).not.toEqual(fitted.matrix);
  });

  test('their loss is that of the outputs with running statistics', () => {
    for (const lane of lanesOf(query)) {
      lane.step(20);
      const { objective, theta, testSamples } = lane;
      if (!testSamples) throw new Error('no rows kept back');
      const outputs = objective.outputs(theta, 'running', testSamples.inputs);
      const expected = mean(outputs.map((y, k) => (y - testSamples.targets[k]) ** 2));
      expect(lane.testLoss()).toBeCloseTo(expected, 12);
      expect(lane.testLoss()).not.toBe(lane.loss);
    }
  });

  test('without batch norm, rows that were trained on would have the loss of training', () => {
    const [raw] = lanesOf(query);
    raw.step(5);
    expect(raw.objective.evaluationLoss(raw.theta, raw.samples)).toBeCloseTo(raw.loss, 12);
  });

  test('classes are kept back as well, with the cross-entropy of their rows', () => {
    const [lane] = lanesOf('data=wine&split=0.25&lanes=standard');
    const { testSamples, objective, theta } = lane;
    if (!testSamples) throw new Error('no rows kept back');
    expect(testSamples.count + lane.samples.count).toBe(178);
    const outputs = objective.outputs(theta, 'running', testSamples.inputs);
    expect(lane.testLoss()).toBe(
      losses.get('bce').mean(outputs, testSamples.targets, testSamples.count),
    );
  });
});

describe('the target’s scaling', () => {
  test('is fitted to the training rows, the same in all lanes; raw samples keep their targets', () => {
    for (const lane of lanesOf('data=houses&yscale=standard&lanes=raw,standard&split=0.2')) {
      expect(mean(lane.samples.targets)).toBeCloseTo(0, 10);
      expect(mean(lane.samples.targets.map((y) => y * y))).toBeCloseTo(1, 10);
      expect(lane.samples.targets).toEqual(lane.targetMap.apply(lane.rawSamples.targets));
      expect(mean(lane.rawSamples.targets)).toBeGreaterThan(1);
    }
  });

  test('asks for the same fit: the goal is that of the raw target, in the new unit', () => {
    const [plain] = lanesOf('data=houses&lanes=standard');
    const [scaled] = lanesOf('data=houses&lanes=standard&yscale=standard');
    const raw = scaled.targetLoss * scaled.targetMap.scale ** 2;
    expect(Math.abs(raw / plain.targetLoss - 1)).toBeLessThan(1e-12);
    const [twoScales] = lanesOf('lanes=standard&yscale=minmax');
    expect(Math.abs(twoScales.targetLoss * twoScales.targetMap.scale ** 2 - 0.01)).toBeLessThan(
      1e-15,
    );
    expect(twoScales.targetLoss).not.toBe(0.01);
  });

  test('a neuron that starts at 0 takes the same path in both units', () => {
    const start = 'data=two-scales&init=zero&lr=0.1&lanes=standard';
    const [plain] = lanesOf(start);
    const [scaled] = lanesOf(`${start}&yscale=standard`);
    for (const lane of [plain, scaled]) lane.step(200);
    const inRawUnits = scaled.targetMap.invert(scaled.objective.outputs(scaled.theta));
    const outputs = plain.objective.outputs(plain.theta);
    for (let k = 0; k < outputs.length; k++)
      expect(Math.abs(inRawUnits[k] - outputs[k])).toBeLessThan(1e-6);
  });

  test('classes stay classes', () => {
    const { experiment } = parseExperiment('data=disc');
    const data = { ...experiment.data, targetScaling: 'standard' };
    const [lane] = createLanes({ ...experiment, data });
    expect(new Set(lane.samples.targets)).toEqual(new Set([0, 1]));
  });
});

test('a data set’s own numbers come from the link', () => {
  const correlation = (query: string) => {
    const [{ samples }] = lanesOf(`data=gaussians&count=2000&lanes=standard${query}`);
    return mean(
      Array.from(
        { length: samples.count },
        (_, k) => samples.inputs[2 * k] * samples.inputs[2 * k + 1],
      ),
    );
  };
  expect(correlation('')).toBeCloseTo(0.9, 1);
  expect(correlation('&rho=-0.5')).toBeCloseTo(-0.5, 1);
  expect(correlation('&rho=0')).toBeCloseTo(0, 1);
});

test.each(datasets.all.filter(({ table }) => table))(
  '$id: every pair of columns may be named',
  ({ id, table }) => {
    const [first, second] = table?.inputs ?? [];
    const target = table?.targets.at(-1) ?? '';
    const [lane] = lanesOf(
      `data=${id}&cols=${encodeURIComponent(`${second},${first}`)}&lanes=standard`,
    );
    const [usual] = lanesOf(`data=${id}&lanes=standard`);
    expect(lane.features).toEqual([second, first]);
    expect(lane.rawSamples.inputs[0]).toBe(usual.rawSamples.inputs[1]);
    expect(
      parseExperiment(`data=${id}&target=${encodeURIComponent(target)}`).experiment.data.target,
    ).toBe(target);
  },
);
