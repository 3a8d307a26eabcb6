// The bytes of modules: numbers as the specification has them, a module byte by byte, and small ones that run.
import { expect, test } from 'vitest';
import {
  beginLoop,
  call,
  createBody,
  double,
  endLoop,
  f64,
  get,
  i32,
  integer,
  memory,
  newLocal,
  op,
  pushFloat64,
  pushSigned,
  pushUnsigned,
  set,
} from '../../../src/network/kernel/encoder.ts';
import { encodeModule } from '../../../src/network/kernel/module-encoder.ts';
import { compile, createMemory, instantiate } from '../../../src/network/kernel/web-assembly.ts';
import { runLanes } from './run-lanes.ts';
import * as lane from '../../../src/network/kernel/lanes.ts';

const bytesOf = (push: (bytes: number[], value: number) => void, value: number) => {
  const bytes: number[] = [];
  push(bytes, value);
  return bytes;
};

test('numbers in LEB128 and in IEEE 754', () => {
  // The examples of the DWARF standard, and the ends of each length.
  expect(bytesOf(pushUnsigned, 2)).toEqual([0x02]);
  expect(bytesOf(pushUnsigned, 127)).toEqual([0x7f]);
  expect(bytesOf(pushUnsigned, 128)).toEqual([0x80, 0x01]);
  expect(bytesOf(pushUnsigned, 624485)).toEqual([0xe5, 0x8e, 0x26]);
  expect(bytesOf(pushUnsigned, 2 ** 32 - 1)).toEqual([0xff, 0xff, 0xff, 0xff, 0x0f]);
  expect(bytesOf(pushSigned, 63)).toEqual([0x3f]);
  expect(bytesOf(pushSigned, 64)).toEqual([0xc0, 0x00]);
  expect(bytesOf(pushSigned, -64)).toEqual([0x40]);
  expect(bytesOf(pushSigned, -123456)).toEqual([0xc0, 0xbb, 0x78]);
  expect(bytesOf(pushFloat64, -1.5)).toEqual([0, 0, 0, 0, 0, 0, 0xf8, 0xbf]);
});

test('a module byte by byte', () => {
  // (module (import "kernel" "memory" (memory 1)) (func (export "f") (param f64) (result f64) (local i32)
  //   local.get 0 f64.sqrt))
  const body = createBody([f64], f64);
  newLocal(body, i32);
  get(body, 0);
  body.bytes.push(op.f64Sqrt);
  expect([...encodeModule({ functions: [body], exports: { f: 0 }, lanes: 2 })]).toEqual(
    [
      [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
      [0x01, 0x06, 0x01, 0x60, 0x01, 0x7c, 0x01, 0x7c],
      [0x02, 0x12, 0x01, 0x06, ...Buffer.from('kernel'), 0x06, ...Buffer.from('memory'), 0x02],
      [0x00, 0x01],
      [0x03, 0x02, 0x01, 0x00],
      [0x07, 0x05, 0x01, 0x01, 0x66, 0x00, 0x00],
      [0x0a, 0x09, 0x01, 0x07, 0x01, 0x01, 0x7f, 0x20, 0x00, 0x9f, 0x0b],
    ].flat(),
  );
});

test('loops, calls, and doubles in memory', () => {
  // The sum of the first `count` doubles, doubled by another function.
  const twice = createBody([f64], f64);
  get(twice, 0);
  double(twice, 2);
  twice.bytes.push(op.f64Mul);
  const sum = createBody([i32], f64);
  const at = newLocal(sum, i32);
  const total = newLocal(sum, f64);
  beginLoop(sum);
  get(sum, total);
  get(sum, at);
  memory(sum, op.f64Load, 8);
  sum.bytes.push(op.f64Add);
  set(sum, total);
  endLoop(sum, at, 8, { local: 0 });
  get(sum, total);
  call(sum, 0);
  const space = createMemory(1);
  new Float64Array(space.buffer).set([100, 1, 2, 3.5, 100]);
  const module = compile(encodeModule({ functions: [twice, sum], exports: { sum: 1 }, lanes: 2 }));
  expect(instantiate(module, space).sum(24)).toBe(13);
});

test('integers of any size reach the stack', () => {
  for (const value of [0, 63, 64, -64, -65, 1e6, 2 ** 31 - 1, -(2 ** 31)]) {
    const body = createBody([], i32);
    integer(body, value);
    const module = compile(encodeModule({ functions: [body], exports: { f: 0 }, lanes: 4 }));
    expect(instantiate(module, createMemory(1)).f()).toBe(value);
  }
});

test.each(['float32', 'float64'] as const)('every instruction on lanes, %s', (precision) => {
  const x = [-2.5, 0, 3, 7];
  const run = (emit: (e: lane.Emitter, x: number) => number) => runLanes(precision, emit, x);
  const c = lane.constant;
  expect(run((e, v) => lane.add(e, v, c(e, 1)))).toEqual([-1.5, 1, 4, 8]);
  expect(run((e, v) => lane.sub(e, v, c(e, 1)))).toEqual([-3.5, -1, 2, 6]);
  expect(run((e, v) => lane.mul(e, v, c(e, 2)))).toEqual([-5, 0, 6, 14]);
  expect(run((e, v) => lane.div(e, v, c(e, 2)))).toEqual([-1.25, 0, 1.5, 3.5]);
  expect(run((e, v) => lane.abs(e, v))).toEqual([2.5, 0, 3, 7]);
  expect(run((e, v) => lane.neg(e, v))).toEqual([2.5, -0, -3, -7]);
  expect(run((e, v) => lane.sqrt(e, lane.mul(e, v, v)))).toEqual([2.5, 0, 3, 7]);
  expect(run((e, v) => lane.min(e, v, c(e, 3)))).toEqual([-2.5, 0, 3, 3]);
  expect(run((e, v) => lane.max(e, v, c(e, 3)))).toEqual([3, 3, 3, 7]);
  expect(run((e, v) => lane.clamp(e, v, -1, 4))).toEqual([-1, 0, 3, 4]);
  expect(run((e, v) => lane.masked(e, v, lane.less(e, v, c(e, 3))))).toEqual([-2.5, 0, 0, 0]);
  const choose = (e: lane.Emitter, v: number) =>
    lane.choose(e, lane.atLeast(e, v, c(e, 3)), c(e, 1), c(e, 2));
  expect(run(choose)).toEqual([2, 2, 1, 1]);
  expect(run((e, v) => lane.polynomial(e, v, [1, 2, 3]))).toEqual(
    x.map((v) => 1 + v * (2 + v * 3)),
  );
});

test('NaN passes through the least and the greatest of two', () => {
  const x = [NaN, 1, NaN, 2];
  expect(runLanes('float64', (e, v) => lane.clamp(e, v, -1, 1), x)).toEqual([NaN, 1, NaN, 1]);
  expect(runLanes('float32', (e, v) => lane.clamp(e, v, -1, 1), x)).toEqual([NaN, 1, NaN, 1]);
});
