// Links: every experiment survives one, and nothing in one can do harm.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  activations,
  createLanes,
  dataFor,
  datasets,
  defaultExperiment,
  formatExperiment,
  initializations,
  nameLanes,
  optimizers,
  panelIds,
  parseExperiment,
  runKey,
  scalings,
  schedules,
  targetScalings,
  type Experiment,
  type Knob,
  type SliceChoice,
} from '../../src/index.ts';

import { keys } from '../../src/experiment/keys.ts';

const read = (query: string) => parseExperiment(query).experiment;
const noticesOf = (query: string) => parseExperiment(query).notices;

// Valid experiments

const number = (min: number, max: number) =>
  // Adding 0 turns -0, which a link does not tell from 0, into 0.
  fc.double({ min, max, noNaN: true }).map((value) => value + 0);
const range = fc.tuple(number(-1e9, 1e9), number(-1e9, 1e9)).filter(([low, high]) => low < high);
const knobs = [...optimizers.all, ...schedules.all]
  .flatMap((entry) => entry.knobs)
  .filter(({ id }) => id !== 'weightDecay');
/** Values of some knobs, each within its own limits. */
const knobValues = (of: readonly Knob[]) =>
  fc.record(
    Object.fromEntries(
      of.map(({ id, min, max, integer }) => [
        id,
        integer ? fc.integer({ min, max }) : number(min, max),
      ]),
    ),
    { requiredKeys: [] },
  );
const settings = fc.record({
  hidden: fc.array(fc.integer({ min: 1, max: 16 }), { maxLength: 10 }),
  activation: fc.constantFrom(...activations.ids),
  initialization: fc.constantFrom(...initializations.ids),
  loss: fc.constantFrom('auto' as const, 'mse' as const),
  optimizer: fc.constantFrom(...optimizers.ids),
  learningRate: number(1e-7, 1e3),
  batch: fc.oneof(fc.constant(0), fc.integer({ min: 2, max: 5000 })),
  schedule: fc.constantFrom(...schedules.ids),
  decay: fc.oneof(fc.constant('auto' as const), number(0, 1)),
  clip: number(0, 1e6),
  precision: fc.constantFrom('float64' as const, 'float32', 'float16', 'bfloat16'),
  normEps: number(1e-12, 1),
  normMomentum: number(0, 1),
  affine: fc.constantFrom('learned' as const, 'frozen' as const),
  keepBias: fc.boolean(),
  normNoise: number(0, 10),
  knobs: knobValues(knobs) as fc.Arbitrary<Record<string, number>>,
});
/** A patch of no knobs says nothing, and a link does not say it. */
const hasAny = (values: object) => Object.keys(values).length > 0;
const patch = fc.record({
  scaling: fc.constantFrom(...scalings.ids),
  normalization: fc.constantFrom('none', 'before', 'after', 'input', 'layer'),
  overrides: fc.oneof(
    fc.constant({}),
    settings.chain((all) =>
      fc
        .subarray(Object.entries(all).filter(([name]) => name !== 'knobs' || hasAny(all.knobs)))
        .map((some) => Object.fromEntries(some)),
    ),
  ),
});
const data = fc.constantFrom(...datasets.ids).chain((id): fc.Arbitrary<Experiment['data']> => {
  const { table, ranges, knobs: own = [], task } = datasets.get(id);
  const targetScaling =
    task === 'regression' ? fc.constantFrom(...targetScalings.ids) : fc.constant('none');
  const split = number(0, 0.9);
  if (table) {
    return fc.record({
      ...Object.fromEntries(
        Object.entries(dataFor(id)).map(([key, value]) => [key, fc.constant(value)]),
      ),
      columns: fc.option(fc.shuffledSubarray([...table.inputs], { minLength: 2, maxLength: 2 })),
      target: fc.option(fc.constantFrom(...table.targets)),
      split,
      targetScaling,
    }) as unknown as fc.Arbitrary<Experiment['data']>;
  }
  return fc.record({
    id: fc.constant(id),
    table: fc.constant(null),
    ranges: ranges ? fc.tuple(range, range) : fc.constant(dataFor(id).ranges),
    count: fc.integer({ min: 2, max: 2000 }),
    noise: number(0, 10),
    columns: fc.constant(null),
    target: fc.constant(null),
    knobs: knobValues(own).map((some) => ({ ...dataFor(id).knobs, ...some })),
    split,
    targetScaling,
  }) as fc.Arbitrary<Experiment['data']>;
});
const weightSlice = fc.constantFrom(
  { kind: 'weights' as const, names: ['W1[0][0]', 'W1[0][1]'] as const },
  { kind: 'weights' as const, names: ['W1[0][1]', 'W1[0][0]'] as const },
);
const sliceWindow = fc
  .tuple(number(-1e9, 1e9), number(-1e9, 1e9), number(-1e9, 1e9), number(-1e9, 1e9))
  .filter(([left, right, bottom, top]) => right > left && top > bottom);
/** Slices whose coordinates are not weights leave no start in slice coordinates. */
const otherSlices: fc.Arbitrary<SliceChoice> = fc.oneof(
  fc.record({
    kind: fc.constant('random' as const),
    seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  }),
  fc.record({ kind: fc.constantFrom('pca', 'pca-all', 'hessian') }),
);
const experiments: fc.Arbitrary<Experiment> = fc.record({
  version: fc.constant(1 as const),
  data,
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  settings,
  lanes: fc
    .array(patch, { minLength: 1, maxLength: 4 })
    .map((patches) => nameLanes(patches as never)),
  start: fc.constantFrom('same-numbers', 'same-function'),
  rate: fc.oneof(
    fc.constant({ kind: 'same' as const }),
    fc.constant({ kind: 'best' as const }),
    fc.record({ kind: fc.constant('stable' as const), fraction: number(0.01, 10) }),
  ),
  from: fc.option(fc.tuple(number(-1e9, 1e9), number(-1e9, 1e9))),
  slice: weightSlice,
  set: fc.dictionary(fc.constantFrom('W1[0][0]', 'W1[0][1]'), number(-1e9, 1e9), {
    noNullPrototype: true,
  }),
  around: fc.constantFrom('live', 'start', 'end'),
  windows: fc.oneof(
    fc.constant([]),
    fc.array(sliceWindow, { minLength: 1, maxLength: 3 }),
    fc.tuple(fc.constant(null), sliceWindow),
  ),
  axes: fc.constantFrom('equal', 'fit', 'raw'),
  statistics: fc.constantFrom('batch', 'running'),
  height: fc.constantFrom('linear', 'log', 'clip'),
  scale: fc.constantFrom('own', 'shared'),
  marks: fc.boolean(),
  ground: fc.integer({ min: 0, max: 4 }),
  panels: fc.shuffledSubarray([...panelIds], { minLength: 1 }),
  speed: number(0.5, 1e4),
  autoplay: fc.boolean(),
  until: fc.integer({ min: 0, max: 1e7 }),
  untilTarget: fc.boolean(),
  theme: fc.constantFrom('auto', 'light', 'dark'),
  camera: fc.tuple(number(-360, 360), number(-90, 90), number(0.5, 20)),
});

describe('there and back', () => {
  test('every slice that is not along weights comes back as it was', () => {
    fc.assert(
      fc.property(experiments, otherSlices, (experiment, slice) => {
        const axes = experiment.axes === 'raw' ? 'fit' : experiment.axes;
        const other: Experiment = { ...experiment, from: null, slice, axes };
        expect(read(formatExperiment(other))).toEqual(other);
      }),
      { numRuns: 100 },
    );
  });

  test('every experiment comes back from its link as it was', () => {
    fc.assert(
      fc.property(experiments, (experiment) => {
        const link = formatExperiment(experiment);
        expect(read(link)).toEqual(experiment);
        expect(formatExperiment(read(`?${link}`))).toBe(link);
        expect(noticesOf(link).filter((text) => !text.includes('no hidden layer'))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('a form that encodes whatever can be encoded changes nothing', () => {
    fc.assert(
      fc.property(experiments, (experiment) => {
        const pairs = [...new URL(`https://a.test/?${formatExperiment(experiment)}`).searchParams];
        const encoded = pairs
          .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
          .join('&');
        expect(read(encoded)).toEqual(experiment);
      }),
      { numRuns: 100 },
    );
  });

  test('the default experiment is the empty link', () => {
    expect(formatExperiment(defaultExperiment())).toBe('');
    expect(parseExperiment('')).toEqual({ experiment: defaultExperiment(), notices: [] });
    expect(parseExperiment('?v=1')).toEqual({ experiment: defaultExperiment(), notices: [] });
  });

  test('links are readable, their keys in one order', () => {
    const query = 'lr=0.3&lanes=raw%2Bbn~lr:0.5,standard&x2=0:1&data=two-scales-curved&net=4-4';
    expect(formatExperiment(read(query))).toBe(
      'data=two-scales-curved&x2=0:1&net=4-4&lr=0.3&lanes=raw%2Bbn~lr:0.5,standard',
    );
    expect(
      formatExperiment({ ...defaultExperiment(), slice: read('slice=w:W1[0][1],W1[0][0]').slice }),
    ).toBe('slice=w:W1[0][1],W1[0][0]');
  });

  test('a plus sign between scaling and batch norm may come in any guise', () => {
    const expected = read('net=4&lanes=raw%2Bbn,standard%2Bbn-after');
    expect(expected.lanes.map(({ id }) => id)).toEqual(['raw+bn', 'standard+bn-after']);
    expect(read('net=4&lanes=raw+bn,standard+bn-after')).toEqual(expected);
    expect(read('net=4&lanes=raw bn,standard%20bn-after')).toEqual(expected);
    expect(read('lr=1e+1').settings.learningRate).toBe(10);
  });

  test('lanes that are alike get ids of their own', () => {
    expect(read('lanes=raw,none,raw~lr:1').lanes.map(({ id }) => id)).toEqual([
      'raw',
      'raw-2',
      'raw-3',
    ]);
  });
});

describe('what a link gets wrong', () => {
  const wrong: readonly (readonly [query: string, notice: string, same: string])[] = [
    ['lr=5000', 'lr “5000” is above 1000, so 1000 is used.', 'lr=1000'],
    ['lr=1e999', 'lr “1e999” is above 1000, so 1000 is used.', 'lr=1000'],
    ['lr=-0', 'lr “-0” is below 1e-7, so 1e-7 is used.', 'lr=1e-7'],
    ['lr=NaN', 'lr “NaN” is not a number, so 0.1 is used.', ''],
    ['lr=0x10', 'lr “0x10” is not a number, so 0.1 is used.', ''],
    ['lr=', 'lr “” is not a number, so 0.1 is used.', ''],
    ['count=3.6', 'count “3.6” is not a whole number, so 4 is used.', 'count=4'],
    ['stats=eval', 'stats “eval” is not one of batch, running, so batch is used.', ''],
    [
      'axes=raw&slice=pca',
      'Axes “raw inputs” need a slice along two weights of the first layer, so “fitted” is used.',
      'slice=pca&axes=fit',
    ],
    ['count=1', 'count “1” is below 2, so 2 is used.', 'count=2'],
    ['noise=-1', 'noise “-1” is below 0, so 0 is used.', 'noise=0'],
    ['x1=5:1', 'x1 “5:1” does not end above its beginning, so 0:1 is used.', ''],
    [
      'x2=0:2e9',
      'x2 “0:2e9” has a number that is above 1000000000, so 0:1000000000 is used.',
      'x2=0:1000000000',
    ],
    ['x2=a:b', 'x2 “a:b” is not 2 numbers with : between, so 0:0.01 is used.', ''],
    [
      'data=nope',
      `data “nope” is not one of ${datasets.ids.join(', ')}, so two-scales is used.`,
      '',
    ],
    [
      'act=__proto__',
      `act “__proto__” is not one of ${activations.ids.join(', ')}, so tanh is used.`,
      '',
    ],
    ['net=4-99', 'net “4-99” has a width that is above 16, so 4-16 is used.', 'net=4-16'],
    [
      'net=1-1-1-1-1-1-1-1-1-1-1',
      'net “1-1-1-1-1-1-1-1-1-1-1” has more than 10 layers, so 1-1-1-1-1-1-1-1-1-1 is used.',
      'net=1-1-1-1-1-1-1-1-1-1',
    ],
    ['net=big', 'net “big” is not a list of widths like 4-4, so 0 is used.', ''],
    ['loss=bce', 'loss “bce” needs two classes, which two-scales has not, so auto is used.', ''],
    [
      'net=4&batch=1&lanes=raw%2Bbn',
      'batch “1” is too small for batch norm, so 2 is used.',
      'net=4&batch=2&lanes=raw%2Bbn',
    ],
    [
      'net=4&lanes=raw%2Bbn~batch:1,raw~batch:1',
      'batch “1” is too small for batch norm, so 2 is used.',
      'net=4&lanes=raw%2Bbn~batch:2,raw~batch:1',
    ],
    [
      'slice=w:W2[0][0],W1[0][0]',
      'slice “w:W2[0][0],W1[0][0]” names a parameter that not every lane has, so w:W1[0][0],W1[0][1] is used.',
      '',
    ],
    [
      'slice=pca:3',
      'slice “pca:3” is not a slice like w:W1[0][0],W1[0][1], random:7, pca, pca-all, hessian, three, so w:W1[0][0],W1[0][1] is used.',
      '',
    ],
    [
      'lanes=nope,raw',
      'lanes “nope” is not a known scaling, so that lane is left out.',
      'lanes=raw',
    ],
    [
      'lanes=raw%2Bzn',
      'lanes “raw+zn” has an unknown normalization, so none is used.',
      'lanes=raw',
    ],
    [
      'lanes=raw~speed:3',
      'lanes “speed:3” is not a setting of a lane, so it is left out.',
      'lanes=raw',
    ],
    ['lanes=raw~lr:1e9', 'lanes ~lr “1e9” is above 1000, so 1000 is used.', 'lanes=raw~lr:1000'],
    [
      'lanes=raw,raw,raw,raw,raw',
      'lanes “raw,raw,raw,raw,raw” has more than 4, so the first are used.',
      'lanes=raw,raw,raw,raw',
    ],
    ['lanes=,', 'lanes “,” names no lane, so raw,standard is used.', ''],
    ['from=here', 'from “here” is not 2 numbers with : between, so none is used.', ''],
    [
      'panels=loss,moon',
      `panels “loss,moon” names an unknown panel (known: ${panelIds.join(', ')}), so loss is used.`,
      'panels=loss',
    ],
    ['autoplay=yes', 'autoplay “yes” is neither 0 nor 1, so 1 is used.', ''],
    [
      'camera=1,2',
      `camera “1,2” is not 3 numbers with , between, so ${defaultExperiment().camera.join(',')} is used.`,
      '',
    ],
    ['cols=a,b', 'cols “a,b” has no effect on the data set two-scales, so it is left out.', ''],
    [
      'data=wine&count=9',
      'count “9” has no effect on the data set wine, so it is left out.',
      'data=wine',
    ],
    [
      'data=wine&cols=hue',
      'cols “hue” is not two different columns, so none is used.',
      'data=wine',
    ],
    ['v=2', 'v “2” is not a known version, so 1 is used.', ''],
    ['sched=cosine', "The link's key “sched” is not known, so it is left out.", ''],
    [
      'schedule=cos',
      `schedule “cos” is not one of ${schedules.ids.join(', ')}, so constant is used.`,
      '',
    ],
    ['decay=some', 'decay “some” is not a number, so auto is used.', ''],
    ['decay=2', 'decay “2” is above 1, so 1 is used.', 'decay=1'],
    [
      'precision=float8',
      'precision “float8” is not one of float64, float32, float16, bfloat16, so float64 is used.',
      '',
    ],
    ['clip=-1', 'clip “-1” is below 0, so 0 is used.', ''],
    ['momentum=1', 'momentum “1” is above 0.99, so 0.99 is used.', 'momentum=0.99'],
    ['every=2.5', 'every “2.5” is not a whole number, so 3 is used.', 'every=3'],
    [
      'lanes=raw~beta1:x',
      'lanes ~beta1 “x” is not a number, so 0.9 is used.',
      'lanes=raw~beta1:0.9',
    ],
    [
      'start=same',
      'start “same” is not one of same-numbers, same-function, so same-numbers is used.',
      '',
    ],
    ['rate=fast', 'rate “fast” is not one of same, stable:0.9, best, so same is used.', ''],
    ['rate=best:2', 'rate “best:2” is not one of same, stable:0.9, best, so same is used.', ''],
    [
      'rate=stable:x',
      'rate “stable:x” has a fraction that is not a number, so stable:0.9 is used.',
      'rate=stable:0.9',
    ],
    [
      'rate=stable:99',
      'rate “stable:99” has a fraction that is above 10, so stable:10 is used.',
      'rate=stable:10',
    ],
    ['until=soon', 'until “soon” is not a number, so 0 is used.', ''],
    ['until=5:target', 'until “5:target” is neither a step nor target, so 0 is used.', ''],
    ['until=target:x', 'until “target:x” is not a number, so target is used.', 'until=target'],
    ['split=1', 'split “1” is above 0.9, so 0.9 is used.', 'split=0.9'],
    [
      'yscale=big',
      `yscale “big” is not one of ${targetScalings.ids.join(', ')}, so none is used.`,
      '',
    ],
    [
      'data=wine&yscale=standard',
      'yscale “standard” has no effect on the data set wine, so it is left out.',
      'data=wine',
    ],
    ['rho=0.5', 'rho “0.5” has no effect on the data set two-scales, so it is left out.', ''],
    ['data=gaussians&rho=1', 'rho “1” is above 0.99, so 0.99 is used.', 'data=gaussians&rho=0.99'],
    ['net=4&keepbias=yes', 'keepbias “yes” is neither 0 nor 1, so 0 is used.', 'net=4'],
    ['lr=1&lr=2', 'The link gives “lr” more than once, so the first is used.', 'lr=1'],
    ['lr=%E0%A4%A', 'lr “%E0%A4%A” is not a number, so 0.1 is used.', ''],
  ];

  test.each(wrong)('%s', (query, sentence, same) => {
    expect(noticesOf(query)).toEqual([sentence]);
    expect(formatExperiment(read(query))).toBe(same);
  });

  test('batch norm without a hidden layer is said to do nothing', () => {
    expect(noticesOf('lanes=raw%2Bbn')).toEqual([
      'lanes “raw+bn” has no hidden layer to normalize, so it trains without batch norm.',
    ]);
    expect(noticesOf('lanes=raw%2Bln')).toEqual([
      'lanes “raw+ln” has no hidden layer to normalize, so it trains without layer norm.',
    ]);
    expect(noticesOf('lanes=raw%2Bbn-input')).toEqual([]);
    expect(noticesOf('net=4&batch=1&lanes=raw%2Bln')).toEqual([]);
  });

  test('a long or invisible text is cut and made visible before it is shown back', () => {
    const [long] = noticesOf(`act=${'x'.repeat(500)}`);
    expect(long).toContain(`“${'x'.repeat(40)}…”`);
    expect(long).not.toContain('x'.repeat(41));
    const [hidden] = noticesOf('act=%E2%80%AEabc%00%0A');
    expect(hidden).toContain('“·abc··”');
  });

  test('many unknown keys take few sentences', () => {
    const query = Array.from({ length: 300 }, (_, k) => `k${k}=1`).join('&');
    expect(noticesOf(query)).toHaveLength(6);
    expect(noticesOf(query)[5]).toBe('The link has further unknown keys (295), all left out.');
  });

  test('what lies beyond 8 KB is left out, up to the last whole pair', () => {
    const query = `seed=7&theme=${'x'.repeat(8200)}&lr=0.5`;
    expect(read(query)).toEqual(read('seed=7'));
    expect(noticesOf(query)).toEqual([
      'The link is longer than 8192 characters, so the rest of it is left out.',
    ]);
  });
});

describe('any text at all', () => {
  const known = [
    'data',
    'x1',
    'x2',
    'count',
    'noise',
    'seed',
    'cols',
    'target',
    'net',
    'act',
    'init',
    'loss',
    'opt',
    'lr',
    'batch',
    'lanes',
    'slice',
    'from',
    'set',
    'window',
    'around',
    'axes',
    'stats',
    'height',
    'marks',
    'panels',
    'speed',
    'autoplay',
    'until',
    'theme',
    'camera',
    'v',
    'schedule',
    'decay',
    'clip',
    'start',
    'rate',
    'split',
    'yscale',
    'rho',
    'momentum',
    'epsilon',
    'every',
    'period',
    'bneps',
    'precision',
    'bnmomentum',
    'affine',
    'keepbias',
    'bnnoise',
  ];
  const hostile = [
    '__proto__',
    'constructor',
    'toString',
    '1e999',
    '-1e999',
    '-0',
    'NaN',
    'Infinity',
    '',
    '%',
    '%ff',
    '0:0',
    '1:NaN',
    'raw+bn~__proto__:1',
    'raw~lr:',
    'w:,',
    '0-0',
    '<script>alert(1)</script>',
    '\u202e',
    '9'.repeat(400),
    ',,,,',
    '~~~',
    '++++',
    'two-scales-classes',
    'wine',
    'hue,hue',
    'full',
    '4-4',
    'stable:',
    'stable:0.5',
    'same-function',
    'target:',
    'target:5',
    'raw+ln~momentum:__proto__~epsilon:1e-300',
    'pca+bn-input,zca+ln',
    'cosine',
    'gaussians',
    '0.9',
  ];
  const key = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...known) },
    fc.constantFrom(...hostile),
    fc.string(),
  );
  const value = fc.oneof(
    fc.constantFrom(...hostile),
    fc.string(),
    fc.double().map(String),
    fc.tuple(fc.double(), fc.double()).map((pair) => pair.join(':')),
  );
  const pairs = fc.array(fc.tuple(key, value), { maxLength: 8 });
  const encoded = pairs.map((list) =>
    list.map((pair) => pair.map((text) => encodeURIComponent(text)).join('=')).join('&'),
  );
  const unencoded = pairs.map((list) => list.map((pair) => pair.join('=')).join('&'));
  const mutated = fc
    .tuple(experiments.map(formatExperiment), fc.nat(400), fc.string({ maxLength: 3 }), fc.nat(3))
    .map(([link, at, text, cut]) => link.slice(0, at) + text + link.slice(at + cut));
  const queries = fc.oneof(encoded, unencoded, mutated, fc.string({ unit: 'binary' }));

  test('never throws, always gives a valid experiment, and settles at once', () => {
    let built = 0;
    fc.assert(
      fc.property(queries, (query) => {
        const { experiment, notices } = parseExperiment(query);
        for (const text of notices) {
          expect(text).toMatch(/^[\p{Lu}a-z].*\.$/u);
          expect(text.length).toBeLessThan(400);
        }
        const link = formatExperiment(experiment);
        const again = parseExperiment(link);
        expect(again.experiment).toEqual(experiment);
        expect(again.notices.filter((text) => !text.includes('no hidden layer'))).toEqual([]);
        expect(Object.is(experiment.data.noise, -0)).toBe(false);
        // Building is slow, so some of them stand for all; small data, since only validity is in question.
        if (built++ % 40 === 0) {
          const { rate, data: own, settings: shared } = experiment;
          // A search through rates takes thousands of steps, and rounded ones take ten times as long.
          const isQuick =
            built % 400 === 1 &&
            [shared, ...experiment.lanes.map(({ overrides }) => overrides)].every(
              ({ precision = 'float64' }) => precision === 'float64',
            );
          const lanes = createLanes({
            ...experiment,
            data: { ...own, count: 5 },
            rate: rate.kind === 'best' && !isQuick ? { kind: 'same' } : rate,
          });
          expect(lanes).toHaveLength(experiment.lanes.length);
        }
      }),
      { numRuns: 10_000 },
    );
    expect(({} as Record<string, unknown>)['1']).toBeUndefined();
  });
});

test('the best rate is also searched for with rounded numbers', () => {
  const lanes = createLanes(read('rate=best&precision=bfloat16&count=5&net=2&lanes=raw,raw%2Bbn'));
  expect(lanes.map(({ rateOrigin }) => rateOrigin)).toEqual(['best', 'best']);
});

test('no two keys have one name, knobs included', () => {
  const names = keys.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

describe('what a run depends on', () => {
  const base = read('net=3');

  test.each([
    'around=start',
    'axes=fit',
    'window=-1:1:-1:1',
    'slice=hessian',
    'height=log',
    'marks=0',
    'panels=loss',
    'speed=99',
    'autoplay=0',
    'until=9',
    'until=target',
    'theme=dark',
    'camera=1,2,3',
    'slice=w:W1[1][0],W2[0][0]',
  ])('%s is only the picture', (query) => {
    expect(runKey(read(`net=3&${query}`))).toBe(runKey(base));
  });

  test.each([
    'data=two-scales-curved',
    'x1=0:2',
    'x2=0:2',
    'count=9',
    'noise=0',
    'seed=2',
    'net=2',
    'act=relu',
    'init=he',
    'loss=mse',
    'opt=adam',
    'lr=0.2',
    'batch=9',
    'lanes=raw',
    'lanes=raw,standard~lr:0.2',
    'from=1:2',
    'set=W1[0][0]:0.5',
    'schedule=cosine',
    'decay=0.1',
    'clip=1',
    'precision=float32',
    'momentum=0.5',
    'start=same-function',
    'rate=stable:0.9',
    'split=0.2',
    'yscale=standard',
    'bneps=0.1',
    'affine=frozen',
    'keepbias=1',
    'bnnoise=0.5',
  ])('%s is another run', (query) => {
    const [key] = query.split('=');
    const rest = key === 'net' ? query : `net=3&${query}`;
    expect(runKey(read(rest))).not.toBe(runKey(base));
  });

  test('where lanes start in slice coordinates, the slice is part of the run', () => {
    expect(runKey(read('from=1:2&slice=w:W1[0][1],W1[0][0]'))).not.toBe(runKey(read('from=1:2')));
  });
});
