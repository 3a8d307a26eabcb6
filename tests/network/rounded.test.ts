// Arithmetic of fewer digits: held against the float64 network, and against a tiny network worked out by hand.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { precisions, roundings } from '../../src/math/rounding.ts';
import { createRandom } from '../../src/math/random.ts';
import { createEvaluationObjective } from '../../src/network/evaluation-objective.ts';
import { createObjective } from '../../src/network/network.ts';
import { createRoundedObjective } from '../../src/network/rounded/rounded-objective.ts';
import { roundStep } from '../../src/network/rounded/rounded-step.ts';
import type { NetworkSpec } from '../../src/network/spec.ts';
import { optimizers } from '../../src/optimizers/index.ts';
import { createRandomNetwork, kinds, shape } from './random-network.ts';
import type { Shape } from './random-network.ts';
import { relativeError } from './relative-error.ts';

const assertAll = (property: (shape: Shape) => void) =>
  fc.assert(fc.property(shape, property), { seed: 74, numRuns: 5 });

describe.each(kinds)('without any rounding, $name', (kind) => {
  it('is the float64 network', () => {
    assertAll((drawn) => {
      const { objective, theta, v } = createRandomNetwork(kind, drawn);
      const { spec, samples, size } = objective;
      const rounded = createRoundedObjective(spec, samples, 'float64');
      const [a, b] = [new Float64Array(size), new Float64Array(size)];
      const compare = (rows?: Int32Array) => {
        const loss = objective.evaluate(theta, a, rows);
        expect(relativeError([rounded.evaluate(theta, b, rows)], [loss])).toBeLessThan(1e-12);
        expect(relativeError(b, a)).toBeLessThan(1e-12);
        const [measured, expected] = [rounded.lastStatistics, objective.lastStatistics];
        expect(relativeError(measured.mean, expected.mean)).toBeLessThan(1e-12);
        expect(relativeError(measured.variance, expected.variance)).toBeLessThan(1e-12);
        objective.moveRunning(expected);
        rounded.moveRunning(measured);
      };
      compare();
      compare(Int32Array.of(5, 0, 5, 3, 7));
      for (const statistics of ['batch', 'running'] as const) {
        for (const inputs of [undefined, samples.inputs.slice(4, 10)]) {
          const outputs = rounded.outputs(theta, statistics, inputs);
          const expected = objective.outputs(theta, statistics, inputs);
          expect(relativeError(outputs, expected)).toBeLessThan(1e-12);
        }
      }
      const evaluation = createEvaluationObjective(objective);
      const loss = evaluation.evaluate(theta, a);
      expect(relativeError([rounded.evaluationLoss(theta)], [loss])).toBeLessThan(1e-12);
      rounded.hessianVector(theta, v, a);
      objective.hessianVector(theta, v, b);
      expect(a).toEqual(b);
    });
  });
});

const none = { kind: 'none', place: 'before' } as const;
const f = Math.fround;

describe('one neuron in float32', () => {
  // Two rows, (0.1, 0.2) with target 0.3 and (1.1, -0.7) with target -0.4; weights 0.7 and -1.3, bias 0.9.
  const spec: NetworkSpec = { sizes: [2, 1], activation: 'tanh', loss: 'mse', normalization: none };
  const samples = {
    count: 2,
    inputs: Float64Array.of(0.1, 0.2, 1.1, -0.7),
    targets: Float64Array.of(0.3, -0.4),
  };
  const theta = Float64Array.of(0.7, -1.3, 0.9);
  const [x11, x12, x21, x22] = samples.inputs.map(f);
  const [y1, y2] = samples.targets.map(f);
  const [w1, w2, b] = theta.map(f);
  const o1 = f(f(b + f(w1 * x11)) + f(w2 * x12));
  const o2 = f(f(b + f(w1 * x21)) + f(w2 * x22));

  it('does each operation as Math.fround leaves it', () => {
    const objective = createRoundedObjective(spec, samples, 'float32');
    const e1 = f(o1 - y1);
    const e2 = f(o2 - y2);
    const gradient = new Float64Array(3);
    const loss = objective.evaluate(theta, gradient);
    expect(loss).toBe(f(f(f(e1 * e1) + f(e2 * e2)) / 2));
    const [d1, d2] = [f(f(2 * e1) / 2), f(f(2 * e2) / 2)];
    expect([...gradient]).toEqual([
      f(f(d1 * x11) + f(d2 * x21)),
      f(f(d1 * x12) + f(d2 * x22)),
      f(d1 + d2),
    ]);
    expect([...objective.outputs(theta)]).toEqual([o1, o2]);
    expect(loss).not.toBe(createObjective(spec, samples).evaluate(theta));
    expect(objective.precision).toBe('float32');
  });

  it('does so for the cross-entropy', () => {
    const objective = createRoundedObjective(
      { ...spec, loss: 'bce' },
      { ...samples, targets: Float64Array.of(0, 1) },
      'float32',
    );
    // Both logits are above 0.
    expect(Math.min(o1, o2)).toBeGreaterThan(0);
    const [q1, q2] = [f(Math.exp(-o1)), f(Math.exp(-o2))];
    const gradient = new Float64Array(3);
    const first = f(o1 + f(Math.log1p(q1)));
    const second = f(f(o2 - o2) + f(Math.log1p(q2)));
    expect(objective.evaluate(theta, gradient)).toBe(f(f(first + second) / 2));
    const d1 = f(f(1 / f(1 + q1)) / 2);
    const d2 = f(-f(q2 / f(1 + q2)) / 2);
    expect(gradient[2]).toBe(f(d1 + d2));
  });

  it('does so for batch norm of the inputs', () => {
    const normalization = { kind: 'batch', place: 'input' } as const;
    const objective = createRoundedObjective({ ...spec, normalization }, samples, 'float32');
    const point = Float64Array.of(1.5, 0, 0.25, 0, 1, 0, 0);
    const mean = f(f(x11 + x21) / 2);
    const [c1, c2] = [f(x11 - mean), f(x21 - mean)];
    const variance = f(f(f(c1 * c1) + f(c2 * c2)) / 2);
    const s = f(1 / f(Math.sqrt(f(variance + f(1e-5)))));
    const expected = [c1, c2].map((c) => f(f(1.5 * f(c * s)) + 0.25));
    expect([...objective.outputs(point)]).toEqual(expected);
    expect(objective.batchStatistics(point).mean[0]).toBe(mean);
    expect(objective.batchStatistics(point).variance[0]).toBe(variance);
    objective.moveRunning(objective.batchStatistics(point));
    expect(objective.running.mean[0]).toBe(f(f(0.1) * mean));
    expect(objective.running.variance[0]).toBe(f(f(1 - 0.1) + f(f(f(0.1) * 2) * variance)));
  });
});

describe.each(kinds.filter(({ activation }) => activation === 'gelu'))('$name', (kind) => {
  it.each(precisions)('has nothing but numbers of %s', (precision) => {
    const { objective, theta } = createRandomNetwork(kind, { hidden: [3, 2], count: 9, seed: 5 });
    const rounded = createRoundedObjective(objective.spec, objective.samples, precision);
    const round = roundings[precision];
    const gradient = new Float64Array(objective.size);
    const loss = rounded.evaluate(theta, gradient);
    const { outputs, preActivations } = rounded.hidden(theta, 1);
    const statistics = rounded.batchStatistics(theta);
    rounded.moveRunning(statistics);
    const all = [
      ...[loss, rounded.evaluationLoss(theta), ...gradient, ...outputs, ...preActivations],
      ...[...rounded.outputs(theta), ...statistics.mean, ...statistics.variance],
      ...[...rounded.running.mean, ...rounded.running.variance],
    ];
    expect(all.map(round)).toEqual(all);
    // Close, in its own digits, to what it stands for; a deep chain of roundings costs some of them.
    const digits = { float64: 1e-13, float32: 1e-5, float16: 0.05, bfloat16: 0.4 };
    const error = Math.abs(loss / objective.evaluate(theta) - 1);
    expect(error).toBeLessThan(digits[precision]);
    // Parameters that round alike give the same loss: that is the staircase which a surface shows.
    expect(rounded.evaluate(theta.map(round))).toBe(loss);
  });
});

describe('what few digits do', () => {
  const neuron: NetworkSpec = {
    sizes: [2, 1],
    activation: 'tanh',
    loss: 'mse',
    normalization: none,
  };
  const one = (x: number, y: number) => ({
    count: 1,
    inputs: Float64Array.of(x, 0),
    targets: Float64Array.of(y),
  });

  it('overflows in float16 where bfloat16 still has room', () => {
    const theta = Float64Array.of(1, 0, 0);
    const gradient = new Float64Array(3);
    const half = createRoundedObjective(neuron, one(300, 0), 'float16');
    expect(half.evaluate(theta, gradient)).toBe(Infinity);
    expect(gradient[0]).toBe(Infinity);
    expect(createRoundedObjective(neuron, one(300, 0), 'bfloat16').evaluate(theta)).toBe(90112);
  });

  it('loses small gradients in float16 that bfloat16 keeps', () => {
    const theta = Float64Array.of(0, 0, 0);
    const tiny = (precision: 'float16' | 'bfloat16') => {
      const gradient = new Float64Array(3);
      createRoundedObjective(neuron, one(1e-4, 1e-4), precision).evaluate(theta, gradient);
      return gradient[0];
    };
    expect(tiny('float16')).toBe(0);
    expect(tiny('bfloat16') / -2e-8).toBeCloseTo(1, 1);
  });

  it('sums 5000 ones to 2048 in float16', () => {
    const count = 5000;
    const many = {
      count,
      inputs: new Float64Array(2 * count),
      targets: new Float64Array(count).fill(1),
    };
    const loss = createRoundedObjective(neuron, many, 'float16').evaluate(new Float64Array(3));
    expect(loss).toBe(roundings.float16(2048 / 5000));
  });
});

describe('a rounded step', () => {
  const settings = { learningRate: 0.001 };

  it('leaves a parameter where it is if the step is below half its spacing', () => {
    const { step } = optimizers.get('sgd');
    const run = (precision: 'float64' | 'float16', gradient: number) => {
      const theta = Float64Array.of(1);
      const rounded = roundStep(step, precision);
      for (let k = 1; k <= 100; k++) {
        rounded(theta, Float64Array.of(gradient), new Float64Array(0), k, settings);
      }
      return theta[0];
    };
    // Below 1 the spacing of float16 is 2^-11 = 0.00049.
    expect(run('float16', 0.2)).toBe(1);
    expect(run('float16', 0.3)).toBe(1 - 100 * 2 ** -11);
    expect(run('float64', 0.2)).toBeCloseTo(0.98, 14);
  });

  it.each(optimizers.all)(
    'of $id stores numbers of its precision, and else does the same',
    ({ id }) => {
      const optimizer = optimizers.get(id);
      const random = createRandom(1, 'weights');
      const draw = () => Float64Array.from({ length: 5 }, () => f(random.normal()));
      const start = draw();
      const gradient = draw();
      const knobs = Object.fromEntries(
        optimizer.knobs.map(({ id: name, initial }) => [name, initial]),
      );
      const after = precisions.map((precision) => {
        const theta = start.slice();
        const memory = new Float64Array(optimizer.slots * 5);
        const step = roundStep(optimizer.step, precision);
        step(theta, gradient, memory, 1, { ...knobs, ...settings });
        const stored = [...theta, ...memory];
        expect(stored.map(roundings[precision])).toEqual(stored);
        return stored;
      });
      expect(relativeError(after[1], after[0])).toBeLessThan(1e-7);
      const theta = start.slice();
      const memory = new Float64Array(optimizer.slots * 5);
      optimizer.step(theta, gradient, memory, 1, { ...knobs, ...settings });
      expect(after[0]).toEqual([...theta, ...memory]);
    },
  );
});

test('noise is rounded like all the rest, and off unless asked for', () => {
  const normalization = { kind: 'batch', place: 'before', noise: 0.5 } as const;
  const kind = { activation: 'tanh', loss: 'mse' as const, normalization };
  const { objective, theta } = createRandomNetwork(kind, { hidden: [3], count: 9, seed: 6 });
  const identity = createRoundedObjective(objective.spec, objective.samples, 'float64');
  const half = createRoundedObjective(objective.spec, objective.samples, 'float16');
  for (const network of [objective, identity, half]) network.drawNoise(createRandom(2, 'noise'));
  const [a, b] = [new Float64Array(objective.size), new Float64Array(objective.size)];
  const loss = objective.evaluateNoisy(theta, a);
  expect(relativeError([identity.evaluateNoisy(theta, b)], [loss])).toBeLessThan(1e-13);
  expect(relativeError(b, a)).toBeLessThan(1e-12);
  expect(relativeError([identity.evaluate(theta)], [objective.evaluate(theta)])).toBeLessThan(
    1e-13,
  );
  const noisy = half.evaluateNoisy(theta);
  expect(roundings.float16(noisy)).toBe(noisy);
  expect(noisy).not.toBe(half.evaluate(theta));
});

test('what does not fit is refused in the same words', () => {
  const spec: NetworkSpec = {
    sizes: [2, 1],
    activation: 'tanh',
    loss: 'mse',
    normalization: { kind: 'batch', place: 'input' },
  };
  const samples = { count: 1, inputs: Float64Array.of(1, 2), targets: Float64Array.of(1) };
  const objective = createRoundedObjective(spec, samples, 'float16');
  const theta = new Float64Array(objective.size);
  expect(() => objective.evaluate(theta)).toThrow('too small batch: 1 row');
  expect(() => objective.evaluate(new Float64Array(1))).toThrow('wrong theta length: 1');
  expect(() => objective.outputs(new Float64Array(1), 'running')).toThrow('wrong theta length: 1');
  expect(() => createRoundedObjective(spec, { ...samples, count: 0 }, 'float16')).toThrow(
    'too few samples: 0',
  );
  // Deliberately outside the type: a precision also comes from JavaScript.
  const unknown = 'float8' as 'float16';
  expect(() => createRoundedObjective(spec, samples, unknown)).toThrow(
    'unknown precision: float8 (known: float64, float32, float16, bfloat16)',
  );
});
