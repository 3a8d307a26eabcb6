// Elementary functions on lanes: the bits of their spellings in TypeScript.
import { describe, expect, test } from 'vitest';
import { erfc } from '../../../src/math/elementary/error-function.ts';
import { exp } from '../../../src/math/elementary/exp.ts';
import { log1p } from '../../../src/math/elementary/log.ts';
import { sigmoid } from '../../../src/math/elementary/sigmoid.ts';
import { erf32, exp32, log1p32, sigmoid32, tanh32 } from '../../../src/math/elementary/single.ts';
import { tanh } from '../../../src/math/elementary/tanh.ts';
import { createRandom } from '../../../src/math/random.ts';
import * as lane from '../../../src/network/kernel/elementary.ts';
import type { Emitter, KernelPrecision } from '../../../src/network/kernel/lanes.ts';
import { runLanes } from './run-lanes.ts';

const random = createRandom(5, 'weights');
const special = [0, 1, -1, 1e-8, -1e-8, 1e-310, 0.5, 19.9, 20.1, -20.1, 40.5, 88, -88, 709, 711];
const far = [-700, -745, -746.5, 1e10, -1e10, Infinity, -Infinity, NaN, 3.8, 28, 28.1, -28.1, 6.28];
const everywhere = [
  ...[...special, ...far],
  ...Array.from({ length: 20000 }, () => 3 * random.normal()),
  ...Array.from({ length: 20000 }, () => 40 * random.normal()),
  ...Array.from({ length: 20000 }, () => random.normal() * 10 ** (-12 * random.uniform())),
];
const unit = [
  ...[0, 1, 1e-300, 1e-20, 0.41421356, 0.414213562373095, 0.4142131805419922, 0.4142131805419924],
  ...Array.from({ length: 20000 }, () => random.uniform()),
  ...Array.from({ length: 20000 }, () => random.uniform() * 10 ** (-12 * random.uniform())),
];

const single = Math.fround;
const normal = (x: number) => erfc(-x * Math.SQRT1_2) / 2;
const normal32 = (x: number) => single(0.5 + single(0.5 * erf32(single(x * single(Math.SQRT1_2)))));

const cases: [
  string,
  KernelPrecision,
  (e: Emitter, x: number) => number,
  (x: number) => number,
  readonly number[],
][] = [
  ['tanh', 'float64', lane.tanh, tanh, everywhere],
  ['sigmoid', 'float64', lane.sigmoid, sigmoid, everywhere],
  ['exp', 'float64', lane.exp, exp, everywhere],
  ['log1p', 'float64', lane.log1p, log1p, unit],
  ['normalDistribution', 'float64', lane.normalDistribution, normal, everywhere],
  ['tanh', 'float32', lane.tanh, tanh32, everywhere],
  ['sigmoid', 'float32', lane.sigmoid, sigmoid32, everywhere],
  ['exp', 'float32', lane.exp, exp32, everywhere],
  ['log1p', 'float32', lane.log1p, log1p32, unit],
  ['normalDistribution', 'float32', lane.normalDistribution, normal32, everywhere],
];

describe('the same bits on lanes as one by one', () => {
  test.each(cases)('%s, %s', (_name, precision, emit, expected, numbers) => {
    const rounded = precision === 'float32' ? numbers.map(single) : numbers;
    const actual = runLanes(precision, emit, rounded);
    const wrong = rounded.flatMap((x, k) => {
      const value = expected(x);
      // 0 and -0 are the same number here: a sum of them is.
      return Object.is(value + 0, actual[k] + 0) ? [] : [{ x, value, actual: actual[k] }];
    });
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(new Set(actual).size).toBeGreaterThan(1000);
  });
});
