// Lanes: one seed, one start, one set of samples; the same bits every time.
import { describe, expect, test } from 'vitest';
import {
  createLanes,
  datasets,
  defaultExperiment,
  nameLanes,
  optimizers,
  scalings,
  type Lane,
  parseExperiment,
} from '../../src/index.ts';
import { lanesOf } from './lanes-of.ts';

const stateOf = (lane: Lane) => ({
  theta: lane.theta.slice(),
  gradient: lane.gradient.slice(),
  loss: lane.loss,
  iteration: lane.iteration,
  status: lane.status,
  stepsToTarget: lane.stepsToTarget,
  runningMean: lane.objective.running.mean.slice(),
  runningVariance: lane.objective.running.variance.slice(),
  losses: lane.trajectory.losses.slice(0, lane.trajectory.count),
  thetas: lane.trajectory.thetas.slice(0, lane.trajectory.count * lane.trajectory.size),
});

const queries = [
  '',
  'net=4&lanes=raw,standard+bn&batch=16',
  'net=3-2&opt=adam&lr=0.01&data=two-scales-classes&lanes=minmax,standard+bn-after~batch:32~opt:momentum',
  'lr=3&lanes=raw,standard',
];

describe.each(queries)('?%s', (query) => {
  test('two builds of one experiment train alike, bit for bit', () => {
    const [first, second] = [lanesOf(query), lanesOf(query)];
    for (const lane of first) lane.step(300);
    for (let k = 0; k < 300; k++) for (const lane of second) lane.step();
    expect(second.map(stateOf)).toEqual(first.map(stateOf));
  });

  test('seeking there and back gives the same bits', () => {
    for (const lane of lanesOf(query)) {
      lane.seek(41);
      const at41 = stateOf(lane);
      lane.seek(260);
      const at260 = stateOf(lane);
      lane.seek(41);
      expect(stateOf(lane)).toEqual(at41);
      lane.reset();
      expect(lane.iteration).toBe(0);
      expect(lane.theta).toEqual(lane.start);
      lane.seek(260);
      expect(stateOf(lane)).toEqual(at260);
    }
  });

  test('evaluating the objective in between changes nothing', () => {
    const [calm, disturbed] = [lanesOf(query), lanesOf(query)];
    for (const lane of calm) lane.step(50);
    for (const lane of disturbed) {
      const elsewhere = lane.start.map((value) => 2 * value - 1);
      for (let k = 0; k < 50; k++) {
        lane.objective.evaluate(elsewhere, new Float64Array(elsewhere.length));
        lane.step();
      }
    }
    expect(disturbed.map(stateOf)).toEqual(calm.map(stateOf));
  });

  test('loss and gradient are those of all rows at theta', () => {
    for (const lane of lanesOf(query)) {
      lane.step(37);
      const gradient = new Float64Array(lane.theta.length);
      expect(lane.objective.evaluate(lane.theta, gradient)).toBe(lane.loss);
      expect(lane.gradient).toEqual(gradient);
    }
  });
});

test('all lanes start from the same weights, with batch norm or without', () => {
  const lanes = lanesOf('net=5-3&lanes=raw,standard,raw+bn,standard+bn-after');
  const weightsOf = ({ objective, start }: Lane) =>
    objective.names.flatMap((name, i) => (name.startsWith('W') ? [[name, start[i]]] : []));
  for (const lane of lanes) expect(weightsOf(lane)).toEqual(weightsOf(lanes[0]));
  expect(weightsOf(lanesOf('net=5-3&seed=2')[0])).not.toEqual(weightsOf(lanes[0]));
});

test('lanes share raw samples and target, and see them through their own scaling', () => {
  const lanes = lanesOf('lanes=raw,standard,minmax');
  for (const lane of lanes) {
    expect(lane.rawSamples).toBe(lanes[0].rawSamples);
    expect(lane.targetLoss).toBe(0.01);
    expect(lane.samples.inputs).toEqual(lane.inputMap.apply(lane.rawSamples.inputs));
    expect(lane.features).toEqual(['x1', 'x2']);
  }
});

test('`from` replaces the two parameters of the slice in every lane, and nothing else', () => {
  const slice = 'slice=w:W1[1][0],W2[0][2]&net=3&lanes=raw,standard+bn';
  const [drawn, placed] = [lanesOf(slice), lanesOf(`${slice}&from=-2.5:7`)];
  placed.forEach((lane, k) => {
    const expected = drawn[k].start.slice();
    expected[lane.objective.names.indexOf('W1[1][0]')] = -2.5;
    expected[lane.objective.names.indexOf('W2[0][2]')] = 7;
    expect(lane.start).toEqual(expected);
    expect(lane.theta).toEqual(expected);
  });
});

test('labels say what sets a lane apart', () => {
  const labels = (query: string) => lanesOf(query).map(({ label }) => label);
  expect(labels('')).toEqual(['Raw inputs', 'Standardized']);
  expect(labels('net=4&lanes=raw+bn,standard+bn,raw+bn-after,raw+bn-input')).toEqual([
    'Raw + batch norm',
    'Standardized + batch norm',
    'Raw + batch norm after activation',
    'Raw + batch norm on inputs',
  ]);
  expect(labels('lanes=raw,raw~lr:0.3~opt:adam')).toEqual([
    'Raw inputs',
    'Raw inputs, opt adam, lr 0.3',
  ]);
  // One neuron has no hidden layer to normalize, and must not be called what it is not.
  const lanes = nameLanes([{ scaling: 'none', normalization: 'before', overrides: {} }]);
  expect(createLanes({ ...defaultExperiment(), lanes })[0].label).toBe('Raw, batch norm off');
});

test('no two lanes are called the same', () => {
  const { experiment } = parseExperiment('lanes=raw,standard+ln,raw,raw');
  expect(createLanes(experiment).map(({ label }) => label)).toEqual([
    ...['Raw inputs', 'Standardized, layer norm off', 'Raw inputs (2)', 'Raw inputs (3)'],
  ]);
});

test.each(datasets.ids)('every scaling and optimizer trains on %s', (id) => {
  for (const scaling of scalings.ids) {
    for (const optimizer of optimizers.ids) {
      const query = `data=${id}&net=2&lanes=${scaling}+bn~opt:${optimizer}`;
      const [lane] = lanesOf(query);
      const before = lane.loss;
      lane.step(30);
      expect(lane.iteration).toBe(30);
      expect(lane.loss).not.toBe(before);
    }
  }
});

test('what no network can be is refused', () => {
  const base = defaultExperiment();
  const [lane] = base.lanes;
  const withLane = (change: object) => () =>
    createLanes({ ...base, lanes: [{ ...lane, ...change }] });
  expect(withLane({ scaling: 'nope' })).toThrow('unknown input scaling: nope');
  expect(withLane({ overrides: { optimizer: 'adm' } })).toThrow('unknown optimizer: adm');
  expect(withLane({ overrides: { batch: 1, hidden: [2] }, normalization: 'before' })).toThrow(
    'too small batch: 1 row',
  );
  const slice = { kind: 'weights', names: ['W9[0][0]', 'W1[0][0]'] } as const;
  expect(() => createLanes({ ...base, slice, from: [1, 2] })).toThrow(
    'unknown parameter: W9[0][0]',
  );
});
