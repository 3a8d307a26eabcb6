// Runs a function written by an emitter over many numbers, in a module of its own.
import {
  beginLoop,
  createBody,
  endLoop,
  get,
  i32,
  loadVector,
  storeVector,
} from '../../../src/network/kernel/encoder.ts';
import { encodeModule } from '../../../src/network/kernel/module-encoder.ts';
import { createEmitter, keep, lanesOf } from '../../../src/network/kernel/lanes.ts';
import type { Emitter, KernelPrecision } from '../../../src/network/kernel/lanes.ts';
import { compile, createMemory, instantiate } from '../../../src/network/kernel/web-assembly.ts';

/** @param numbers as many as fill whole vectors */
export function runLanes(
  precision: KernelPrecision,
  emit: (e: Emitter, x: number) => number,
  numbers: readonly number[],
): number[] {
  const lanes = lanesOf[precision];
  const end = numbers.length * lanes.width;
  const body = createBody([i32]);
  const e = createEmitter(body, lanes);
  beginLoop(body);
  get(body, 0);
  loadVector(body, 0);
  const x = keep(e);
  const result = emit(e, x);
  get(body, 0);
  get(body, result);
  storeVector(body, 0);
  endLoop(body, 0, 16, end);
  const memory = createMemory(end);
  const all = precision === 'float32' ? Float32Array : Float64Array;
  new all(memory.buffer).set(numbers);
  const module = compile(
    encodeModule({ functions: [body], exports: { run: 0 }, lanes: lanes.count }),
  );
  instantiate(module, memory).run(0);
  return [...new all(memory.buffer, 0, numbers.length)];
}
