// Where parameters live and how they start, and the sentences for networks that cannot be built.
import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../src/math/random.ts';
import { initializations, initialize } from '../../src/network/initialization.ts';
import { createLayout } from '../../src/network/layout.ts';
import { createObjective } from '../../src/network/network.ts';
import type { NetworkSpec } from '../../src/network/spec.ts';

const base: NetworkSpec = {
  sizes: [2, 3, 2, 1],
  activation: 'tanh',
  loss: 'mse',
  normalization: { kind: 'none', place: 'before' },
};
const normalized = (
  place: 'before' | 'after' | 'input',
  more: Partial<NetworkSpec> & { keepBias?: boolean } = {},
): NetworkSpec => {
  const { keepBias = false, ...spec } = more;
  return { ...base, ...spec, normalization: { kind: 'batch', place, keepBias } };
};

describe('layout', () => {
  const hasBias = (spec: NetworkSpec) => createLayout(spec).layers.map(({ bias }) => bias !== null);

  it('leaves out exactly the biases that feed batch norm', () => {
    expect(hasBias(base)).toEqual([true, true, true]);
    expect(hasBias(normalized('before'))).toEqual([false, false, true]);
    expect(hasBias(normalized('before', { keepBias: true }))).toEqual([true, true, true]);
    expect(hasBias(normalized('after'))).toEqual([true, true, true]);
    expect(hasBias(normalized('after', { activation: 'linear' }))).toEqual([false, false, true]);
    expect(hasBias(normalized('input'))).toEqual([true, true, true]);
    expect(hasBias(normalized('before', { sizes: [2, 1] }))).toEqual([true]);
  });

  it('names every parameter once, at the index it says', () => {
    for (const spec of [base, normalized('before'), normalized('after'), normalized('input')]) {
      const layout = createLayout(spec);
      expect(new Set(layout.names).size).toBe(layout.size);
      layout.layers.forEach(({ weights, bias, inputs, units, normalization }, k) => {
        const last = `[${units - 1}]`;
        expect(layout.names[weights + units * inputs - 1]).toBe(`W${k + 1}${last}[${inputs - 1}]`);
        if (bias !== null) expect(layout.names[bias + units - 1]).toBe(`b${k + 1}${last}`);
        if (!normalization) return;
        expect(normalization.gamma).toBe(layout.names.indexOf(`gamma${k + 1}[0]`));
        expect(layout.names[(normalization.gamma ?? NaN) + units - 1]).toBe(`gamma${k + 1}${last}`);
        expect(layout.names[(normalization.beta ?? NaN) + units - 1]).toBe(`beta${k + 1}${last}`);
      });
    }
    const { inputNormalization, normalizedUnits, names } = createLayout(normalized('input'));
    expect(inputNormalization).toEqual({ units: 2, gamma: 0, beta: 2, statistics: 0 });
    expect(names.slice(0, 4)).toEqual(['gamma0[0]', 'gamma0[1]', 'beta0[0]', 'beta0[1]']);
    expect(normalizedUnits).toBe(2);
    expect(createLayout(normalized('after')).normalizedUnits).toBe(5);
  });
});

describe('layer norm and frozen layers', () => {
  const layerNorm = { kind: 'layer', place: 'before' } as const;

  it('keeps the biases that feed layer norm, and measures no batch', () => {
    const layout = createLayout({ ...base, normalization: layerNorm });
    expect(layout.layers.map(({ bias }) => bias !== null)).toEqual([true, true, true]);
    expect(layout.normalizedUnits).toBe(0);
    expect(layout.names).toEqual(createLayout(normalized('after')).names);
  });

  it('leaves gamma and beta out where they are frozen', () => {
    for (const spec of [normalized('before'), normalized('input'), normalized('after')]) {
      const learned = createLayout(spec);
      const normalization = { ...spec.normalization, affine: 'frozen' } as const;
      const frozen = createLayout({ ...spec, normalization });
      expect(frozen.names).toEqual(learned.names.filter((name) => !/^(gamma|beta)/.test(name)));
      expect(frozen.normalizedUnits).toBe(learned.normalizedUnits);
      for (const slots of [frozen.inputNormalization, frozen.layers[0].normalization]) {
        if (slots) expect([slots.gamma, slots.beta]).toEqual([null, null]);
      }
    }
  });
});

describe('initialization', () => {
  const wide: NetworkSpec = { ...base, sizes: [2, ...Array(10).fill(16), 1] };
  const layout = createLayout(wide);
  /** Drawn weights of the hidden layers of 16 inputs and 16 units: 2304 of them. */
  const inner = (id: string) => {
    const theta = initialize(layout, id, createRandom(1, 'weights'));
    return layout.layers
      .slice(1, -1)
      .flatMap(({ weights }) => [...theta.subarray(weights, weights + 256)]);
  };
  const bound = { xavier: Math.sqrt(6 / 32), he: Math.sqrt(6 / 16), zero: 0 };
  const deviation = { lecun: 1 / 4, small: 0.1 };

  it.each(Object.entries(bound))('%s is uniform up to its bound', (id, limit) => {
    const weights = inner(id);
    const largest = Math.max(...weights.map(Math.abs));
    expect(largest).toBeLessThanOrEqual(limit);
    expect(largest).toBeGreaterThanOrEqual(0.99 * limit);
    const variance = weights.reduce((sum, w) => sum + w * w, 0) / weights.length;
    // Five standard errors of the variance of 2304 uniform numbers.
    expect(Math.abs(variance - limit ** 2 / 3)).toBeLessThanOrEqual(0.1 * (limit ** 2 / 3));
  });

  it.each(Object.entries(deviation))('%s is normal with its deviation', (id, expected) => {
    const weights = inner(id);
    const variance = weights.reduce((sum, w) => sum + w * w, 0) / weights.length;
    const kurtosis = weights.reduce((sum, w) => sum + w ** 4, 0) / weights.length / variance ** 2;
    // Five standard errors of the deviation and of the fourth moment.
    expect(Math.abs(Math.sqrt(variance) / expected - 1)).toBeLessThan(0.075);
    expect(Math.abs(kurtosis - 3)).toBeLessThan(0.51);
  });

  it('uses fan-in and fan-out of each layer', () => {
    const highest: Random = {
      ...createRandom(1, 'weights'),
      uniform: () => 1,
      normal: () => 1,
      integer: () => 0,
    };
    const first = (id: string) => initialize(createLayout(base), id, highest)[0];
    expect(first('xavier')).toBe(Math.sqrt(6 / 5));
    expect(first('he')).toBe(Math.sqrt(3));
    expect(first('lecun')).toBeCloseTo(Math.SQRT1_2, 15);
    expect(first('small')).toBe(0.1);
  });

  it.each(initializations.all)(
    '$id gives the same weights with and without batch norm',
    ({ id }) => {
      const weightsOf = (spec: NetworkSpec) => {
        const { layers, size, names } = createLayout(spec);
        const theta = initialize(createLayout(spec), id, createRandom(5, 'weights'));
        expect(theta).toHaveLength(size);
        names.forEach((name, k) => {
          if (name.startsWith('b')) expect(theta[k]).toBe(0);
          if (name.startsWith('gamma')) expect(theta[k]).toBe(1);
        });
        return layers.flatMap(({ weights, inputs, units }) => [
          ...theta.subarray(weights, weights + inputs * units),
        ]);
      };
      for (const place of ['before', 'after', 'input'] as const) {
        expect(weightsOf(normalized(place))).toEqual(weightsOf(base));
      }
    },
  );

  it('refuses an unknown rule', () => {
    expect(() => initialize(layout, 'hee', createRandom(1, 'weights'))).toThrow(
      'unknown initialization: hee (known: xavier, he, lecun, small, zero)',
    );
  });
});

describe('what cannot be built', () => {
  const samples = { count: 2, inputs: Float64Array.of(1, 2, 3, 4), targets: Float64Array.of(0, 1) };
  const { normalization } = normalized('before');
  const sentences: [string, object, string][] = [
    ['3 inputs', { sizes: [3, 1] }, 'wrong layer sizes: 3-1 (2 inputs first, 1 output last)'],
    ['2 outputs', { sizes: [2, 4, 2] }, 'wrong layer sizes: 2-4-2 (2 inputs first, 1 output last)'],
    [
      'eleven hidden layers',
      { sizes: [2, ...Array(11).fill(1), 1] },
      'too many hidden layers: 11 (at most 10)',
    ],
    [
      'a layer too wide',
      { sizes: [2, 17, 1] },
      'wrong layer width: 17 (a whole number from 1 to 16)',
    ],
    ['no unit', { sizes: [2, 0, 1] }, 'wrong layer width: 0 (a whole number from 1 to 16)'],
    ['half a unit', { sizes: [2, 1.5, 1] }, 'wrong layer width: 1.5 (a whole number from 1 to 16)'],
    ['an activation', { activation: 'tan' }, 'unknown activation: tan (known: tanh, relu,'],
    ['a loss', { loss: 'mae' }, 'unknown loss: mae (known: mse, bce)'],
    [
      'a normalization',
      { normalization: { ...normalization, kind: 'bach' } },
      'unknown normalization: bach (known: none, batch, layer)',
    ],
    [
      'a place',
      { normalization: { ...normalization, place: 'behind' } },
      'unknown normalization place: behind (known: before, after, input)',
    ],
    [
      'layer norm of the inputs',
      { normalization: { kind: 'layer', place: 'input' } },
      'wrong place of layer norm: input (known: before, after)',
    ],
    [
      'an affine',
      { normalization: { ...normalization, affine: 'cold' } },
      'unknown normalization affine: cold (known: learned, frozen)',
    ],
    [
      'negative noise',
      { normalization: { ...normalization, noise: -1 } },
      'wrong normalization noise: -1 (a finite number of at least 0)',
    ],
    [
      'noise without batch norm',
      { normalization: { kind: 'layer', place: 'before', noise: 0.5 } },
      'misplaced normalization noise: 0.5 (only batch norm has noise)',
    ],
    [
      'no eps',
      { normalization: { ...normalization, eps: 0 } },
      'wrong normalization eps: 0 (a finite number above 0)',
    ],
    [
      'a momentum above 1',
      { normalization: { ...normalization, momentum: 1.5 } },
      'wrong normalization momentum: 1.5 (a number from 0 to 1)',
    ],
  ];

  it.each(sentences)('%s is refused', (_name, patch, message) => {
    // Deliberately outside the type: specs also come from links and from JavaScript.
    const spec = { ...base, ...patch } as NetworkSpec;
    expect(() => createLayout(spec)).toThrow(RangeError);
    expect(() => createObjective(spec, samples)).toThrow(message);
  });

  it('builds up to the limits', () => {
    const spec = { ...normalized('before'), sizes: [2, ...Array(10).fill(16), 1] };
    const objective = createObjective(spec, samples);
    const theta = initialize(objective.layout, 'xavier', createRandom(1, 'weights'));
    expect(objective.evaluate(theta)).toBeGreaterThan(0);
  });

  it('samples and vectors that do not fit are refused', () => {
    expect(() => createObjective(base, { ...samples, count: 0 })).toThrow('too few samples: 0');
    expect(() => createObjective(base, { ...samples, count: 3 })).toThrow(
      'inconsistent samples: 4 inputs and 2 targets for 3 rows',
    );
    const objective = createObjective(base, samples);
    const theta = new Float64Array(objective.size);
    const short = new Float64Array(3);
    const sentence = `length: 3 (this network has ${objective.size})`;
    expect(() => objective.evaluate(short)).toThrow(`wrong theta ${sentence}`);
    expect(() => objective.outputs(short, 'running')).toThrow(`wrong theta ${sentence}`);
    expect(() => objective.outputs(theta, 'batch', short)).toThrow('odd inputs length: 3 (two');
    expect(() => objective.evaluate(theta, short)).toThrow(`wrong gradient ${sentence}`);
    expect(() => objective.hessianVector(theta, short, theta)).toThrow(`wrong vector ${sentence}`);
    expect(() => objective.hessianVector(theta, theta, short)).toThrow(`wrong result ${sentence}`);
    const batch = 'wrong batch size';
    expect(() => objective.evaluate(theta, theta, new Int32Array(0))).toThrow(batch);
    expect(() => objective.evaluate(theta, theta, new Int32Array(3))).toThrow(batch);
    expect(() => objective.hidden(theta, 3)).toThrow('unknown hidden layer: 3 (there are 2)');
  });
});
