// Activations and losses, number by number, against PyTorch and against their own differences.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { activations } from '../../src/network/activations.ts';
import { losses } from '../../src/network/losses.ts';
import { relativeError } from './relative-error.ts';

const golden = JSON.parse(
  readFileSync(new URL('../golden/pointwise.json', import.meta.url), 'utf8'),
).pointwise as {
  z: number[];
  activations: Record<string, { value: number[]; derivative: number[] }>;
  bce_with_logits: { y: number; loss: number[]; dloss_dlogit: number[] }[];
  mse: { pred: number[]; target: number[]; loss: number };
};
const z = Float64Array.from(golden.z);
const count = z.length;

describe.each(Object.entries(golden.activations))('%s', (id, expected) => {
  const activation = activations.get(id);
  const value = new Float64Array(count);
  activation.evaluate(z, count, value);

  it('has the reference values', () => {
    for (let k = 0; k < count; k++) {
      // The reference's exp(710) is infinite and its logistic function then 0; the true value is this.
      const isBeyondReference = id === 'sigmoid' && z[k] === -710;
      const truth = isBeyondReference ? 4.476286225675129e-300 / 1e9 : expected.value[k];
      expect(relativeError([value[k]], [truth])).toBeLessThan(1e-15);
    }
  });

  it('has the reference derivatives', () => {
    const derivative = new Float64Array(count);
    activation.derivative(z, value, count, derivative);
    for (let k = 0; k < count; k++) {
      // 1 - value^2 and value (1 - value) keep their digits relative to 1, not where they are nearly 0.
      expect(Math.abs(derivative[k] - expected.derivative[k])).toBeLessThan(1e-15);
    }
  });
});

describe.each(activations.all)('$id', (activation) => {
  // A grid that avoids the kinks that an activation may have at 0.
  const points = Float64Array.from({ length: 41 }, (_, k) => (k - 20) / 4 + 0.01);
  const { length } = points;
  const step = 1e-3;
  const evaluate = (
    loop: (z: Float64Array, value: Float64Array, out: Float64Array) => void,
    shift: number,
  ) => {
    const shifted = points.map((point) => point + shift);
    const value = new Float64Array(length);
    activation.evaluate(shifted, length, value);
    const out = new Float64Array(length);
    loop(shifted, value, out);
    return out;
  };
  /** Central differences of fourth order. */
  const difference = (loop: Parameters<typeof evaluate>[0]) => {
    const [back2, back, forth, forth2] = [-2, -1, 1, 2].map((k) => evaluate(loop, k * step));
    return back.map((_, k) => (8 * (forth[k] - back[k]) - forth2[k] + back2[k]) / (12 * step));
  };

  it('has the derivatives that its differences show', () => {
    const first = (x: Float64Array, value: Float64Array, out: Float64Array) =>
      activation.derivative(x, value, length, out);
    const second = (x: Float64Array, value: Float64Array, out: Float64Array) =>
      activation.secondDerivative(x, value, length, out);
    const values = (_x: Float64Array, value: Float64Array, out: Float64Array) => out.set(value);
    expect(relativeError(evaluate(first, 0), difference(values))).toBeLessThan(1e-9);
    const curvature = difference(first);
    evaluate(second, 0).forEach((value, k) => {
      expect(Math.abs(value - curvature[k])).toBeLessThan(1e-9);
    });
  });

  it('leaves the rest of a buffer alone, and lets divergence be seen', () => {
    const out = new Float64Array(4).fill(7);
    activation.evaluate(Float64Array.of(NaN, 1, 1, 1), 2, out);
    expect(out[0]).toBeNaN();
    expect([out[2], out[3]]).toEqual([7, 7]);
  });
});

it('has the reference values of leaky ReLU, and at its kink the slope of the left side', () => {
  const { evaluate, derivative } = activations.get('leaky-relu');
  const points = Float64Array.of(-200, -0.5, -0, 0, 3);
  const value = new Float64Array(5);
  const slope = new Float64Array(5);
  evaluate(points, 5, value);
  derivative(points, value, 5, slope);
  expect([...value]).toEqual([-2, -0.005, -0, 0, 3]);
  expect([...slope]).toEqual([0.01, 0.01, 0.01, 0.01, 1]);
});

it('has the values and derivatives of GELU to all digits, also far down its tail', () => {
  // z, then the function and its first two derivatives at z, computed with 40 digits from their definitions and rounded once.
  const rows = [
    [-30, -1.472014178144456e-196, -4.416031690708495e-195, -1.3233342291209357e-193],
    [-8, -4.976768459417427e-15, -3.979607261086796e-14, -3.1324080717928733e-13],
    [-2.5, -0.015524163314440337, -0.03761108590814521, -0.07449527709766629],
    [-0.75, -0.16997051428265114, 0.0007742782607648957, 0.43288505872253136],
    [0, 0, 0.5, 0.7978845608028654],
    [0.5, 0.34573123063700656, 0.8674951246561629, 0.6161143218375241],
    [1, 0.8413447460685429, 1.0833154705876864, 0.24197072451914334],
    [3, 2.99595030590511, 1.011945647204184, -0.03102293888356605],
    [12, 12, 1, -3.0478649046415457e-30],
  ];
  const gelu = activations.get('gelu');
  const points = Float64Array.from(rows, ([point]) => point);
  const { length } = points;
  const [value, first, second] = [1, 2, 3].map(() => new Float64Array(length));
  gelu.evaluate(points, length, value);
  gelu.derivative(points, value, length, first);
  gelu.secondDerivative(points, value, length, second);
  rows.forEach(([point, expected, slope, bend], k) => {
    // The relative error of exp(-z^2 / 2) is that of its exponent.
    const limit = 1e-15 * Math.max(1, point * point);
    expect(relativeError([value[k]], [expected])).toBeLessThan(limit);
    // At -0.75 the two terms of the slope nearly cancel, so there its error is relative to them.
    const size = Math.max(Math.abs(slope), point === -0.75 ? 0.25 : 0);
    expect(Math.abs(first[k] - slope) / size).toBeLessThan(limit);
    expect(relativeError([second[k]], [bend])).toBeLessThan(limit);
  });
  const far = new Float64Array(3);
  gelu.evaluate(Float64Array.of(-1e4, 1e4, 0), 3, far);
  expect([...far]).toEqual([-0, 1e4, 0]);
});

it('has the derivative 0 at the kink of ReLU', () => {
  const out = new Float64Array(2).fill(NaN);
  activations.get('relu').derivative(Float64Array.of(0, -0), new Float64Array(2), 2, out);
  expect([...out]).toEqual([0, 0]);
});

describe.each(golden.bce_with_logits)('cross-entropy of a logit for y = $y', (expected) => {
  const bce = losses.get('bce');
  const target = Float64Array.of(expected.y);

  it('has the reference losses and derivatives', () => {
    for (let k = 0; k < count; k++) {
      const logit = z.slice(k, k + 1);
      const loss = bce.mean(logit, target, 1);
      const error = Math.abs(loss - expected.loss[k]);
      expect(error).toBeLessThan(1e-15 * Math.max(1, expected.loss[k]));
      const derivative = new Float64Array(1);
      bce.derivative(logit, target, 1, derivative);
      expect(Math.abs(derivative[0] - expected.dloss_dlogit[k])).toBeLessThan(2.3e-16);
    }
  });
});

it('keeps the digits of a confident, right cross-entropy', () => {
  const bce = losses.get('bce');
  const derivative = new Float64Array(1);
  bce.derivative(Float64Array.of(40), Float64Array.of(1), 1, derivative);
  expect(relativeError(derivative, [-Math.exp(-40)])).toBeLessThan(1e-15);
  expect(bce.mean(Float64Array.of(40), Float64Array.of(1), 1)).toBe(Math.exp(-40));
});

it('has the reference squared error', () => {
  const { pred, target, loss } = golden.mse;
  const mean = losses
    .get('mse')
    .mean(Float64Array.from(pred), Float64Array.from(target), pred.length);
  expect(relativeError([mean], [loss])).toBeLessThan(1e-15);
});

it.each(losses.all)('$id has the derivatives that its differences show', (loss) => {
  const outputs = Float64Array.of(-3, -0.4, 0.2, 1.5, 6);
  const targets = Float64Array.of(0, 1, 0, 1, 1);
  const step = 1e-3;
  const gradientAt = (point: Float64Array) => {
    const derivative = new Float64Array(5);
    loss.derivative(point, targets, 5, derivative);
    return derivative;
  };
  const moved = (row: number, by: number) =>
    outputs.map((value, r) => (r === row ? value + by : value));
  const difference = (row: number, f: (point: Float64Array) => number) =>
    (8 * (f(moved(row, step)) - f(moved(row, -step))) -
      f(moved(row, 2 * step)) +
      f(moved(row, -2 * step))) /
    (12 * step);
  const first = Array.from(outputs, (_, row) =>
    difference(row, (point) => loss.mean(point, targets, 5)),
  );
  const second = Array.from(outputs, (_, row) =>
    difference(row, (point) => gradientAt(point)[row]),
  );
  const curvature = new Float64Array(5);
  loss.secondDerivative(outputs, targets, 5, curvature);
  expect(relativeError(gradientAt(outputs), first)).toBeLessThan(1e-10);
  expect(relativeError(curvature, second)).toBeLessThan(1e-10);
});
