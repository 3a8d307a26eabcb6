// What an exported program says, whether or not there is a Python here to run it.
import { describe, expect, test } from 'vitest';
import {
  activations,
  createBatches,
  createLanes,
  defaultExperiment,
  exportCode,
  losses,
  normalizations,
  optimizers,
  scalings,
  schedules,
  type Experiment,
} from '../../src/index.ts';
import { activationSpellings } from '../../src/experiment/export/activation-spellings.ts';
import { float } from '../../src/experiment/export/literals.ts';
import { lossSpellings } from '../../src/experiment/export/loss-spellings.ts';
import { normalizationSpellings } from '../../src/experiment/export/normalization-spellings.ts';
import { optimizerSpellings } from '../../src/experiment/export/optimizer-spellings.ts';
import { exactSpelling, scalingSpellings } from '../../src/experiment/export/scaling-spellings.ts';
import { scheduleSpellings } from '../../src/experiment/export/schedule-spellings.ts';
import { experimentOf, queries } from './experiments.ts';
import { compilePrograms, pythonWith } from './python.ts';

const languages = ['pytorch', 'numpy'] as const;

/** Every number in square brackets that stands for a float64, read as Python would. */
const numbersIn = (text: string) =>
  new Set((text.match(/-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/g) ?? []).map(Number));

describe('every member of a family has a spelling', () => {
  test.each([
    ['activation', activations.ids, activationSpellings],
    ['loss', losses.ids, lossSpellings],
    ['optimizer', optimizers.ids, optimizerSpellings],
    ['normalization', normalizations.ids, normalizationSpellings],
    ['schedule', schedules.ids, scheduleSpellings],
  ] as const)('%s', (_noun, ids, spellings) => {
    expect(Object.keys(spellings).sort()).toEqual([...ids].sort());
  });

  test('a spelling of a scaling is of one that there is; the others are written out', () => {
    expect(scalings.ids).toEqual(expect.arrayContaining(Object.keys(scalingSpellings)));
  });
});

describe.each(languages)('%s', (language) => {
  test('holds every number of the data, the start and the batches, digit by digit', () => {
    for (const query of queries) {
      const experiment = experimentOf(query);
      for (const lane of createLanes(experiment)) {
        const found = numbersIn(exportCode(experiment, lane.id, language));
        const { inputs } =
          exactSpelling(lane.patch.scaling, lane.rawSamples.inputs, lane.samples.inputs) === null
            ? lane.samples
            : lane.rawSamples;
        const wanted = [...inputs, ...lane.samples.targets, ...lane.start];
        expect(wanted.filter((value) => !found.has(value))).toEqual([]);
      }
    }
  });

  test('is well formed for a Python that is here', ({ skip }) => {
    const python = pythonWith('py_compile');
    skip(!python, 'no Python here');
    const programs = queries.flatMap((query) => {
      const experiment = experimentOf(query);
      return experiment.lanes.map(({ id }) => exportCode(experiment, id, language));
    });
    expect(compilePrograms(python ?? '', programs)).toBe('');
    expect(compilePrograms(python ?? '', ['def f(:\n'])).not.toBe('');
  });

  test('holds the rows of each step', () => {
    const experiment = experimentOf('lanes=standard&batch=16&count=41');
    const program = exportCode(experiment, 'standard', language, 7);
    const batches = createBatches(41, 16, experiment.seed);
    for (let step = 0; step < 7; step++) {
      expect(program).toContain(`    [${Array.from(batches?.next() ?? []).join(', ')}],\n`);
    }
    expect(program).toContain('STEPS = 7\n');
    expect(program.match(/^ {4}\[\d+(, \d+)*\],$/gm)).toHaveLength(7);
  });

  test('is no longer than its row numbers allow', () => {
    const experiment: Experiment = { ...experimentOf('lanes=standard&batch=100'), until: 1e6 };
    const program = exportCode(experiment, 'standard', language);
    expect(program).toContain('STEPS = 200\n');
    expect(program).toContain('# The run goes on to step 1000000;');
    expect(exportCode({ ...experiment, until: 0 }, 'standard', language, 3)).toContain(
      'STEPS = 3\n',
    );
  });

  test('computes in float64, with one network of documented order', () => {
    const experiment = experimentOf('net=3&lanes=raw%2Bbn&opt=adam&lr=0.07');
    const program = exportCode(experiment, 'raw+bn', language);
    for (const part of ['W1', 'gamma1', 'beta1', 'W2', 'b2']) expect(program).toContain(part);
    expect(program).not.toMatch(/# b1$|"b1":/m);
    expect(program).toContain('0.07');
    expect(program).toContain('?net=3&opt=adam&lr=0.07&lanes=raw');
    if (language === 'pytorch') {
      const order = ['nn.Linear(2, 3, bias=False)', 'nn.BatchNorm1d(3', 'nn.Tanh()', 'nn.Linear(3'];
      const places = order.map((module) => program.indexOf(module));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places[0]).toBeGreaterThan(0);
      expect(program).toContain('torch.set_default_dtype(torch.float64)');
    }
  });

  test('refuses what it cannot say', () => {
    const experiment = defaultExperiment();
    expect(() => exportCode(experiment, 'nobody', language)).toThrow(
      'unknown lane: nobody (known: raw, standard)',
    );
    expect(() => exportCode(experiment, 'raw', language, 1.5)).toThrow('wrong number of steps');
    const settings = { ...experiment.settings, precision: 'float16' as const };
    expect(() => exportCode({ ...experiment, settings }, 'raw', language)).toThrow(
      /^unsupported setting: precision float16 \(/,
    );
    const noisy = experimentOf('net=3&lanes=raw%2Bbn&bnnoise=0.5');
    expect(() => exportCode(noisy, 'raw+bn', language)).toThrow(
      'unsupported batch norm noise: 0.5 (exported programs have none)',
    );
  });
});

test('an unknown language is refused', () => {
  expect(() => exportCode(defaultExperiment(), 'raw', 'fortran' as 'numpy')).toThrow(
    'unknown language: fortran (known: pytorch, numpy)',
  );
});

test('a scaling is computed where plain arithmetic gives the same numbers, and else written out', () => {
  const near = exportCode(experimentOf('lanes=standard'), 'standard', 'numpy');
  expect(near).toContain('inputs.mean(axis=0)');
  const far = exportCode(experimentOf('lanes=standard&x1=1e6:1000001'), 'standard', 'numpy');
  expect(far).not.toContain('inputs.mean(axis=0)');
  expect(far).toContain('# The inputs are scaled already');
});

test('floats keep every digit, and are marked as floats', () => {
  expect([1, -0, 0.1, 1e21, 1e-7, 0.00001].map(float)).toEqual([
    '1.0',
    '-0.0',
    '0.1',
    '1e+21',
    '1e-7',
    '1e-5',
  ]);
  expect(() => float(NaN)).toThrow('unsupported number: NaN');
});
