// Where there is no kernel, or none that can be trusted, surfaces come from the plain network, and the reader is told.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { createObjective as Create } from '../../../src/network/network.ts';
import type { PlanePoints } from '../../../src/objective.ts';
import { createRoundedObjective } from '../../../src/network/rounded/rounded-objective.ts';
import type { NetworkSpec } from '../../../src/network/spec.ts';
import { numbers, reference, worst } from './surfaces.ts';

const samples = {
  count: 5,
  inputs: Float64Array.of(0.1, 0.2, -1, 0.4, 0.7, -0.3, 1.2, 0.9, -0.6, -0.8),
  targets: Float64Array.of(1, 0, 1, 1, 0),
};
const spec: NetworkSpec = {
  sizes: [2, 3, 1],
  activation: 'tanh',
  loss: 'mse',
  normalization: { kind: 'none', place: 'before' },
};
const theta = Float64Array.from({ length: 13 }, (_, k) => Math.sin(k + 1));
const points: PlanePoints = {
  origin: theta,
  u: theta.map((_, k) => Math.cos(3 * k)),
  v: theta.map((_, k) => Math.cos(5 * k)),
  a: numbers(-1, 1, 4),
  b: numbers(-1, 1, 3),
};
const ownSlots = () => new Float64Array(points.a.length * points.b.length);

/** Modules remember what this machine has refused; each test begins on a new one. */
let createObjective: typeof Create;
let createSurfaceKernel: typeof import('../../../src/network/kernel/surface-kernel.ts').createSurfaceKernel;
const real = globalThis.WebAssembly;

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllGlobals());

async function load() {
  ({ createObjective } = await import('../../../src/network/network.ts'));
  ({ createSurfaceKernel } = await import('../../../src/network/kernel/surface-kernel.ts'));
}

test('with WebAssembly the kernel is used, and nothing is said', async () => {
  await load();
  const objective = createObjective(spec, samples);
  expect([objective.kernel, objective.kernelNote]).toEqual(['wasm', null]);
  const losses = ownSlots();
  expect(objective.evaluatePlane?.(points, losses)).toBe(true);
  expect(worst(losses, reference(objective, points))).toBeLessThan(5e-6);
});

test('without WebAssembly', async () => {
  vi.stubGlobal('WebAssembly', undefined);
  await load();
  const objective = createObjective(spec, samples);
  expect(objective.evaluatePlane?.(points, ownSlots())).toBe(false);
  expect(objective.kernel).toBe('plain');
  expect(objective.kernelNote).toContain(
    'WebAssembly cannot be used here (WebAssembly is missing)',
  );
});

test('where a security policy forbids it', async () => {
  const forbidden = class {
    constructor() {
      throw new real.CompileError('violates the policy');
    }
  };
  vi.stubGlobal('WebAssembly', { ...real, Module: forbidden, Memory: real.Memory });
  await load();
  const objective = createObjective(spec, samples);
  expect(objective.evaluatePlane?.(points, ownSlots())).toBe(false);
  expect(objective.kernel).toBe('plain');
  expect(objective.kernelNote).toContain('violates the policy');
});

describe('a security policy that forbids modules, but not memory for them', () => {
  const steps = async () => {
    vi.resetModules();
    await load();
    const [inputs, targets] = [samples.inputs.subarray(0, 8), samples.targets.subarray(0, 4)];
    const objective = createObjective(spec, { count: 4, inputs, targets });
    const at = theta.slice();
    const gradient = new Float64Array(at.length);
    const product = new Float64Array(at.length);
    // Instructions are made once there have been some.
    for (let k = 0; k < 40; k++) {
      objective.evaluate(at, gradient);
      objective.hessianVector(at, theta, product);
      gradient.forEach((slope, p) => (at[p] -= 0.1 * slope));
    }
    objective.evaluatePlane?.(points, ownSlots());
    return { numbers: [...at, ...product], note: objective.kernelNote };
  };
  const refusing = () =>
    vi.fn(function () {
      throw new real.CompileError('violates the policy');
    });

  test.each([
    ['when they are compiled', () => ({ Module: refusing(), Instance: real.Instance })],
    // As WebKit does.
    ['when they are to run', () => ({ Module: real.Module, Instance: refusing() })],
  ])('%s: training goes on, and it is asked once', async (_, stub) => {
    const expected = await steps();
    expect(expected.note).toBe(null);
    const { Module, Instance } = stub();
    vi.stubGlobal('WebAssembly', { Module, Instance, Memory: real.Memory });
    const found = await steps();
    expect(found.numbers).toEqual(expected.numbers);
    expect(found.note).toContain('WebAssembly cannot be used here (violates the policy)');
    const asked = [Module, Instance].find((each) => vi.isMockFunction(each));
    expect(asked).toHaveBeenCalledTimes(1);
  });
});

test('where only small modules may be compiled at once, the plain network bridges the time', async () => {
  const onlySmall = class {
    constructor(bytes: Uint8Array<ArrayBuffer>) {
      if (bytes.length > 100) throw new RangeError('too large for the main thread');
      return new real.Module(bytes);
    }
  };
  const { Instance, Memory, compile } = real;
  vi.stubGlobal('WebAssembly', { Module: onlySmall, Instance, Memory, compile });
  await load();
  const objective = createObjective(spec, samples);
  const losses = ownSlots();
  expect(objective.evaluatePlane?.(points, losses)).toBe(false);
  expect(objective.kernelNote).toBe(null);
  await vi.waitFor(() => expect(objective.evaluatePlane?.(points, losses)).toBe(true));
  expect(objective.kernel).toBe('wasm');
  expect(worst(losses, reference(objective, points))).toBeLessThan(5e-6);
});

test('a kernel that gives other losses than the plain network is not used', async () => {
  await load();
  const { layout, evaluate, outputs } = createObjective(spec, samples);
  const kernel = createSurfaceKernel({
    ...{ spec, layout, samples, precision: 'float64', statistics: null },
    outputs,
    evaluate: (at) => 1.01 * evaluate(at),
  });
  expect(kernel.kind).toBe('wasm');
  expect(kernel.evaluatePlane(points, ownSlots())).toBe(false);
  expect(kernel.kind).toBe('plain');
  expect(kernel.note).toContain('other losses than the plain network');
  expect(kernel.evaluatePlane(points, ownSlots())).toBe(false);
});

test('what has no instructions is left to the plain network without a word', async () => {
  await load();
  const { layout, evaluate, outputs } = createObjective(spec, samples);
  const plain = { evaluate, outputs, samples };
  const own = { ...plain, layout, precision: 'float64', statistics: null } as const;
  for (const other of [
    { ...spec, activation: 'swish' },
    { ...spec, normalization: { kind: 'weight' as 'none', place: 'before' } as const },
  ]) {
    const kernel = createSurfaceKernel({ ...own, spec: other });
    expect(kernel.evaluatePlane(points, ownSlots())).toBe(false);
    expect([kernel.kind, kernel.note]).toEqual(['plain', null]);
  }
});

test('rounded arithmetic is left to the rounded network', () => {
  const objective = createRoundedObjective(spec, samples, 'float16');
  expect(objective.evaluatePlane?.(points, ownSlots())).toBe(false);
  expect([objective.kernel, objective.kernelNote]).toEqual(['plain', null]);
});

test('what the plain network refuses is not computed', async () => {
  await load();
  const objective = createObjective(spec, samples);
  const short = { ...points, u: points.u.slice(1) };
  expect(objective.evaluatePlane?.(short, ownSlots())).toBe(false);
  const one = createObjective(
    { ...spec, normalization: { kind: 'batch', place: 'after' } },
    { count: 1, inputs: Float64Array.of(1, 2), targets: Float64Array.of(1) },
  );
  const origin = new Float64Array(one.size);
  const plane = { ...points, origin, u: origin, v: origin };
  expect(one.evaluatePlane?.(plane, ownSlots())).toBe(false);
  expect(() => one.evaluate(origin)).toThrow('too small batch');
});
