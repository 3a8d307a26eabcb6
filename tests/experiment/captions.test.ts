// Captions: each sentence is there when its fact is, and gone when it is not.
import { describe, expect, test } from 'vitest';
import {
  createLanes,
  curvature,
  describeRun,
  parseExperiment,
  type CaptionLane,
  type Curvature,
} from '../../src/index.ts';

const { settings } = parseExperiment('').experiment;

const lane = (label: string, state: Partial<CaptionLane> = {}): CaptionLane => ({
  label,
  iteration: 100,
  status: 'running',
  stepsToTarget: null,
  divergedAt: null,
  targetLoss: 0.01,
  settings,
  ...state,
});
const reached = (label: string, step: number) =>
  lane(label, { status: 'converged', stepsToTarget: step });
const curved = (smallest: number, largest: number): Curvature => ({
  eigenvalues: Float64Array.of(smallest, largest),
  conditionNumber: smallest === 0 ? Infinity : largest / smallest,
  sharpness: largest,
  maximumStableRate: 2 / largest,
  negative: 0,
  flat: smallest === 0 ? 1 : 0,
});
const race = (...lanes: CaptionLane[]) =>
  describeRun(
    lanes,
    lanes.map(() => null),
  );

describe('the race', () => {
  test('before the first step there is nothing to say', () => {
    expect(race(lane('A', { iteration: 0 }), lane('B', { iteration: 0 }))).toEqual([]);
    expect(describeRun([], [])).toEqual([]);
  });

  test('nobody is there yet', () => {
    expect(race(lane('A'), lane('B'))).toEqual(['No lane has reached the target loss 0.01 yet.']);
    expect(race(lane('A'))).toEqual(['A has not reached the target loss 0.01 yet.']);
  });

  test('one is there, another is not, and for how much longer it has been at it', () => {
    const waiting = (iteration: number) => race(lane('A', { iteration }), reached('B', 13));
    expect(waiting(25)).toEqual(['B reached the target loss 0.01 at step 13; A has not.']);
    expect(waiting(26)).toEqual([
      'B reached the target loss 0.01 at step 13; A has not, after more than 2 times as many.',
    ]);
    expect(waiting(13_000)).toEqual([
      'B reached the target loss 0.01 at step 13; A has not, after more than 1,000 times as many.',
    ]);
  });

  test('the words change seldom, so that they can be read', () => {
    const sentences = new Set<string>();
    for (let iteration = 13; iteration <= 13_000; iteration++) {
      sentences.add(race(lane('A', { iteration }), reached('B', 13)).join());
    }
    expect(sentences.size).toBe(10);
  });

  test('both are there, and by what factor', () => {
    expect(race(reached('A', 1500), reached('B', 10))).toEqual([
      'B reached the target loss 0.01 at step 10, A at step 1,500: 150 times as many.',
    ]);
    expect(race(reached('A', 12), reached('B', 0))).toEqual([
      'B reached the target loss 0.01 at step 0, A at step 12.',
    ]);
    expect(race(reached('A', 30), reached('B', 10), reached('C', 20))).toEqual([
      'B reached the target loss 0.01 at step 10, A last, at step 30: 3.0 times as many.',
    ]);
  });

  test('all at once, which one that diverged does not share', () => {
    expect(race(reached('A', 4), reached('B', 4))).toEqual([
      'Every lane reached the target loss 0.01 at step 4.',
    ]);
    const gone = lane('C', { status: 'diverged', divergedAt: 9 });
    expect(race(reached('A', 4), reached('B', 4), gone)[1]).toBe(
      'A reached the target loss 0.01 at step 4.',
    );
  });
});

describe('divergence', () => {
  const gone = (change: Partial<CaptionLane['settings']> = {}) =>
    lane('A', {
      status: 'diverged',
      divergedAt: 1187,
      settings: { ...settings, learningRate: 3, ...change },
    });

  test('a rate above 2 / lambda max is the reason, in numbers', () => {
    expect(describeRun([gone()], [curved(1, 2.5)])[0]).toBe(
      'A diverged at step 1,187: its learning rate 3 is above 2/λmax = 0.8.',
    );
  });

  test.each([
    ['the rate is below the limit', gone(), curved(0.1, 0.5)],
    ['the curvature is unknown', gone(), null],
    ['the curvature is not finite', gone(), { ...curved(1, 2.5), maximumStableRate: NaN }],
    ['another optimizer has another limit', gone({ optimizer: 'adam' }), curved(1, 2.5)],
    ['mini-batches have another curvature', gone({ batch: 16 }), curved(1, 2.5)],
  ])('no such reason is given where %s', (_why, one, bend) => {
    expect(describeRun([one], [bend])[0]).toBe(
      'A diverged at step 1,187: its numbers are no longer finite.',
    );
  });

  test('a lane that diverged is not said to be on its way', () => {
    const sentences = race(gone(), reached('B', 5));
    expect(sentences).toEqual([
      'A diverged at step 1,187: its numbers are no longer finite.',
      'B reached the target loss 0.01 at step 5.',
    ]);
    expect(race(gone())).toHaveLength(1);
  });
});

describe('curvature', () => {
  test('steepest and roundest lane are compared', () => {
    const lanes = [lane('A'), lane('B'), lane('C')];
    expect(describeRun(lanes, [curved(2, 8), curved(1, 164_000), curved(1, 1.02)])[1]).toBe(
      'The loss of B curves over 100,000 times as sharply one way as another; that of C, 1.0 times.',
    );
  });

  test('one lane stands alone, and so does the only one that is known', () => {
    const sentence = 'The loss of B curves 37 times as sharply one way as another.';
    expect(describeRun([lane('B')], [curved(1, 37)])[1]).toBe(sentence);
    expect(describeRun([lane('A'), lane('B')], [null, curved(1, 37)])[1]).toBe(sentence);
  });

  test('a flat direction is called flat, and no number is made of infinity', () => {
    expect(describeRun([lane('A'), lane('B')], [curved(0, 1), curved(1, 2)])[1]).toBe(
      'The loss of A has flat directions: moving along them changes nothing.',
    );
  });

  test('nothing is said where nothing is known', () => {
    const unknown = { ...curved(1, 2), conditionNumber: NaN };
    expect(describeRun([lane('A', { iteration: 0 })], [null])).toEqual([]);
    expect(describeRun([lane('A', { iteration: 0 })], [unknown])).toEqual([]);
  });
});

test('at most two sentences of at most 170 characters, whatever the lanes are called', () => {
  const long =
    'Standardized + batch norm after activation, net 16-16-16-16, opt adamw, lr 0.0001234';
  const lanes = [
    lane(long, { status: 'diverged', divergedAt: 1_234_567 }),
    reached(long, 1_234_567),
    lane(long, { iteration: 7_654_321 }),
  ];
  const sentences = describeRun(lanes, [curved(1, 1e9), curved(1, 2e9), curved(1, 3e9)]);
  expect(sentences).toHaveLength(2);
  for (const sentence of describeRun(lanes, [curved(1, 1e9), null, null])) {
    expect(sentence.length).toBeLessThanOrEqual(170);
  }
  const still = lane(long, { iteration: 0 });
  const conditions = describeRun([still, still], [curved(1e-9, 1.5), curved(1, 2e9)]);
  expect(conditions[0].length).toBeLessThanOrEqual(170);
});

test('the first screen, from the run itself', () => {
  const lanes = createLanes(parseExperiment('').experiment);
  for (const each of lanes) each.step(1000);
  const [first, second] = describeRun(
    lanes,
    lanes.map(({ objective, theta }) => curvature(objective, theta)),
  );
  const { stepsToTarget } = lanes[1];
  expect(lanes[0].stepsToTarget).toBeNull();
  expect(first).toContain(`Standardized reached the target loss 0.01 at step ${stepsToTarget};`);
  expect(first).toContain('Raw inputs has not, after more than');
  expect(second).toMatch(
    /^The loss of Raw inputs curves over 100,000 times .* that of Standardized, 1\.\d times\.$/,
  );
});
