// What the controls say: computed from the ranges, the networks, the lanes and their rates.
import { describe, expect, it } from 'vitest';
import { laneOverrides } from '../../app/controls/lane-overrides.ts';
import { columnRanges, rangesInWords, rowsInWords } from '../../app/controls/ranges-in-words.ts';
import { questionOf } from '../../app/lab/question-of.ts';
import { rateInWords, rateOptions, rateRule } from '../../app/controls/rate-rules.ts';
import { scrubberState } from '../../app/controls/scrubber-state.ts';
import { surroundingsName } from '../../app/controls/surroundings.ts';
import { usesNoise } from '../../app/controls/uses-noise.ts';
import {
  compareSpreads,
  createLanes,
  datasets,
  explainRun,
  formatExperiment,
  parseExperiment,
  type LanePatch,
} from '../../src/index.ts';

const read = (query: string) => parseExperiment(query).experiment;
const names = ['x1', 'x2'] as const;

describe('two ranges in words', () => {
  it.each([
    [[0, 1], [0, 0.01], 'x1 is 100 times as wide as x2.'],
    [[0, 0.5], [-3, 7], 'x2 is 20 times as wide as x1.'],
    [[0, 1], [-1, 0], 'x1 and x2 are equally wide.'],
    [[0, 1], [2, 4], 'x2 is 2 times as wide as x1. x2 is centred 1.5 widths off 0.'],
    [
      [-9, -7],
      [5, 7],
      'x1 and x2 are equally wide. x1 is centred 4 widths off 0. x2 is centred 3 widths off 0.',
    ],
  ] as const)('%j and %j', (first, second, text) => {
    expect(rangesInWords(names, [first, second])).toBe(text);
  });

  it.each(datasets.all.filter(({ table }) => table).map(({ id }) => id))(
    'of the table %s are the number that its question has',
    (id) => {
      const [lane] = createLanes(read(`data=${id}`));
      const { inputs } = lane.rawSamples;
      const ranges = columnRanges(inputs);
      if (!ranges) throw new Error(`missing ranges: ${id}`);
      const factor = / varies ([\d.,]+) times as widely as /;
      const [, told] = factor.exec(rowsInWords(lane.features, inputs, ranges)) ?? [];
      expect(told).toMatch(/^\d/);
      const question = questionOf(lane);
      if (question.includes('one scale')) expect(Number(told)).toBeLessThan(1.5);
      else expect(factor.exec(question)?.[1]).toBe(told);
    },
  );

  it('of drawn rows are the numbers that question and caption have, whatever rows a seed draws', () => {
    for (let seed = 1; seed <= 30; seed++) {
      for (const [x2, factor] of [
        ['0:0.01', '100'],
        ['0:0.009', '110'],
      ]) {
        const experiment = read(`lanes=raw&seed=${seed}&x2=${x2}`);
        const lanes = createLanes(experiment);
        expect(rangesInWords(names, experiment.data.ranges)).toContain(` ${factor} times as wide`);
        expect(questionOf(lanes[0])).toContain(` ${factor} times as widely`);
        const [scales] = explainRun(lanes, [null]).filter(({ id }) => id === 'scales');
        if (scales) expect(scales.text).toContain(` ${factor} times less`);
      }
    }
  });

  it('are measured where the rows are unlike the ranges', () => {
    const rows = Float64Array.of(0, 0, 1, 5, 2, 10);
    expect(
      compareSpreads(rows, [
        [0, 1],
        [0, 1],
      ]),
    ).toEqual({ wide: 1, narrow: 0, factor: 5 });
    expect(
      compareSpreads(rows, [
        [0, 2],
        [0, 11],
      ]).factor,
    ).toBe(5.5);
  });

  it('come from the rows where there are no ranges to choose', () => {
    expect(columnRanges([1, 30, -2, 10, 0, 20])).toEqual([
      [-2, 1],
      [10, 30],
    ]);
    expect(columnRanges([1, 5, 2, 5])).toBeNull();
  });
});

it('offers noise where it changes the samples, and nowhere else', () => {
  const idle = datasets.all.filter((dataset) => !dataset.table && !usesNoise(dataset));
  expect(idle.map(({ id }) => id)).toEqual(['two-scales-classes']);
  expect(datasets.all.some((dataset) => dataset.table && usesNoise(dataset))).toBe(false);
});

describe('what a surface leaves out', () => {
  const nameFor = (query: string) => {
    const experiment = read(query);
    const layouts = createLanes(experiment).map(({ objective }) => objective.layout.names);
    return surroundingsName(layouts, ['W1[0][0]', 'W1[0][1]']);
  };

  it('is the bias, or weights, in no more words than a line has room for', () => {
    expect(nameFor('')).toBe('Bias');
    expect(nameFor('net=4')).toBe('Other weights');
    expect(nameFor('net=4&lanes=raw,raw%2Bbn')).toBe('Other weights');
  });
});

describe('settings of a lane alone', () => {
  const lanesOf = (lanes: string) => read(`lanes=${encodeURIComponent(lanes)}`).lanes;
  const texts = (patch: LanePatch) => laneOverrides(patch.overrides).map(({ text }) => text);

  it('are said in words', () => {
    const [lane] = lanesOf('raw~lr:0.3~opt:momentum~momentum:0.5~net:4-4~batch:16~clip:2');
    expect(texts(lane)).toEqual([
      'hidden layers: 4-4',
      'optimizer Momentum',
      'learning rate 0.3',
      '16 rows a batch',
      'gradient clipped to 2',
      'momentum 0.5',
    ]);
    expect(laneOverrides({})).toEqual([]);
  });

  it('are dropped one by one, and the link with them', () => {
    const experiment = read('lanes=raw~lr:0.3~opt:adam~beta1:0.5~beta2:0.9');
    const [lane] = experiment.lanes;
    const links = laneOverrides(lane.overrides).map(({ without }) =>
      new URLSearchParams(
        formatExperiment({ ...experiment, lanes: [{ ...lane, overrides: without }] }),
      ).get('lanes'),
    );
    expect(links).toEqual([
      'raw~lr:0.3~beta1:0.5~beta2:0.9',
      'raw~opt:adam~beta1:0.5~beta2:0.9',
      'raw~opt:adam~lr:0.3~beta2:0.9',
      'raw~opt:adam~lr:0.3~beta1:0.5',
    ]);
  });

  it('have words for every setting that a link can give a lane', () => {
    const [lane] = lanesOf(
      'raw~net:4~act:relu~init:he~loss:mse~opt:adamw~lr:1~batch:8~schedule:step~decay:0.1~clip:1' +
        '~precision:float32~bneps:0.1~bnmomentum:0.5~affine:frozen~keepbias:1~bnnoise:1~every:5',
    );
    expect(new Set(texts(lane)).size).toBe(17);
  });
});

describe('the rule for rates', () => {
  it('keeps the fraction of a link, and offers 0.9 otherwise', () => {
    const own = { kind: 'stable', fraction: 0.5 } as const;
    expect(rateRule('stable', own)).toBe(own);
    expect(rateOptions(own)[1].label).toBe('0.5 of each lane’s limit');
    expect(rateRule('stable', { kind: 'same' })).toEqual({ kind: 'stable', fraction: 0.9 });
    expect(rateRule('same', own)).toEqual({ kind: 'same' });
  });

  it('is told lane by lane, unless the reader has set the rate', () => {
    const told = (query: string) => {
      const experiment = read(query);
      return createLanes(experiment).map((lane) => rateInWords(experiment.rate, lane));
    };
    expect(told('')).toEqual([null, null]);
    // One neuron on squared error: the limit is 2 over the largest eigenvalue of 2 X'X / m, 0.787 and 0.987 here.
    expect(told('rate=stable:0.9&lanes=raw,standard,raw~lr:0.3')).toEqual([
      'learning rate 0.708, 0.9 of its limit',
      'learning rate 0.888, 0.9 of its limit',
      null,
    ]);
    expect(told('rate=best')[1]).toMatch(/^learning rate [\d.]+, the best of those tried$/);
  });
});

describe('the line of a run', () => {
  it('ends at the furthest step, and says where one is', () => {
    expect(scrubberState(250, 1000)).toEqual({
      last: 1000,
      now: 250,
      part: 25,
      text: 'step 250 of 1,000',
    });
  });

  it('has a length before the first step, and none of it lies behind', () => {
    expect(scrubberState(0, 0)).toEqual({ last: 1, now: 0, part: 0, text: 'step 0 of 0' });
  });

  it('reaches as far as the step that is shown', () => {
    expect(scrubberState(12, 10)).toMatchObject({ last: 12, part: 100 });
  });
});
