// What a lane says of its normalization, and what its network makes of it.
import { describe, expect, test } from 'vitest';
import { createLanes, laneSpec, parseExperiment, type Lane } from '../../src/index.ts';

const read = (query: string) => {
  const { experiment, notices } = parseExperiment(query);
  expect(notices).toEqual([]);
  return experiment;
};
const laneOf = (query: string): Lane => createLanes(read(query))[0];
const normalizationOf = (query: string) => {
  const experiment = read(query);
  return laneSpec(experiment, experiment.lanes[0]).normalization;
};

test('every token is a kind and a place', () => {
  const kindAndPlace = (token: string) => {
    const { kind, place } = normalizationOf(`net=3&lanes=raw${token}`);
    return `${kind} ${place}`;
  };
  expect(kindAndPlace('')).toBe('none before');
  expect(kindAndPlace('%2Bbn')).toBe('batch before');
  expect(kindAndPlace('%2Bbn-after')).toBe('batch after');
  expect(kindAndPlace('%2Bbn-input')).toBe('batch input');
  expect(kindAndPlace('%2Bln')).toBe('layer before');
  expect(read('net=3&lanes=raw%2Bln').lanes[0].id).toBe('raw+ln');
  expect(laneOf('net=3&lanes=standard%2Bln').label).toBe('Standardized + layer norm');
});

test('its numbers are settings, also of a single lane', () => {
  expect(normalizationOf('net=3&lanes=raw%2Bbn')).toEqual({
    kind: 'batch',
    place: 'before',
    eps: 1e-5,
    momentum: 0.1,
    affine: 'learned',
    keepBias: false,
    noise: 0,
  });
  const own = '~bneps:0.01~bnmomentum:0.5~affine:frozen~keepbias:1~bnnoise:0.5';
  expect(normalizationOf(`net=3&lanes=raw%2Bbn${own}`)).toEqual({
    kind: 'batch',
    place: 'before',
    eps: 0.01,
    momentum: 0.5,
    affine: 'frozen',
    keepBias: true,
    noise: 0.5,
  });
});

test('layer norm trains on single rows, where batch norm cannot', () => {
  const lane = laneOf('net=3&batch=1&lanes=raw%2Bln');
  lane.step(10);
  expect(lane.status).toBe('running');
  expect(lane.iteration).toBe(10);
});

describe('noise', () => {
  const noisy = 'net=3&lanes=standard%2Bbn~bnnoise:0.5';
  const pathOf = (lane: Lane) =>
    lane.trajectory.thetas.slice(0, lane.trajectory.count * lane.trajectory.size);

  test.each([noisy, `${noisy}&batch=20`])(
    '?%s: the same seed gives the same noise, after a reset too',
    (query) => {
      const [lane, again] = [laneOf(query), laneOf(query)];
      lane.step(30);
      for (let k = 0; k < 30; k++) {
        again.step();
        again.objective.evaluate(again.start);
      }
      expect(pathOf(again)).toEqual(pathOf(lane));
      again.reset();
      again.step(30);
      expect(pathOf(again)).toEqual(pathOf(lane));
    },
  );

  test('it disturbs the steps, and not the loss that is shown', () => {
    const [lane, calm] = [laneOf(noisy), laneOf('net=3&lanes=standard%2Bbn')];
    expect(lane.loss).toBe(calm.loss);
    lane.step(10);
    calm.step(10);
    expect(pathOf(lane)).not.toEqual(pathOf(calm));
    expect(lane.objective.evaluate(lane.theta)).toBe(lane.loss);
  });

  test('another seed draws other noise, and none draws nothing', () => {
    const still = laneOf('net=3&init=zero&lanes=standard%2Bbn~bnnoise:0');
    const same = laneOf('net=3&init=zero&lanes=standard%2Bbn');
    still.step(10);
    same.step(10);
    expect(pathOf(still)).toEqual(pathOf(same));
    const fixedData = 'data=wine&net=3&init=zero&lanes=standard%2Bbn~bnnoise:0.5';
    const [one, two] = [laneOf(`${fixedData}&seed=1`), laneOf(`${fixedData}&seed=2`)];
    one.step(10);
    two.step(10);
    expect(pathOf(one)).not.toEqual(pathOf(two));
  });
});
