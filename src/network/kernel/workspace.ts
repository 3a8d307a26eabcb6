// The memory in which kernels of one objective and one precision run: its samples, and room for a plane and its tables.
import type { PlanePoints } from '../../objective.ts';
import type { Samples } from '../../samples.ts';
import type { Layout } from '../layout.ts';
import type { Statistics } from '../stage.ts';
import type { Centres } from './centres.ts';
import type { SumNode } from './graph-nodes.ts';
import { lanesOf } from './lanes.ts';
import type { KernelPrecision } from './lanes.ts';
import { aligned, createMemoryMap } from './memory-map.ts';
import type { MemoryMap } from './memory-map.ts';
import type { CompiledShape } from './modules.ts';
import { createMemory, instantiate, pageSize } from './web-assembly.ts';
import type { WasmMemory, WasmModule } from './web-assembly.ts';

/** A module that runs in a workspace. */
export interface Plan {
  readonly exponents: readonly SumNode[];
  readonly end: number;
  readonly tableBytes: number;
  prepare(a: number, aBytes: number, tables: number): void;
  fill(a: number, aBytes: number, b: number, bBytes: number, losses: number, tables: number): void;
  /** Whether it has been held against the plain network, and what came of it. */
  isChecked: boolean;
  isWrong: boolean;
}

export interface Workspace {
  createPlan(shape: CompiledShape, module: WasmModule): Plan;
  /** @param statistics for batch norm, where its columns are not measured */
  run(plan: Plan, points: PlanePoints, statistics: Statistics | null, losses: Float64Array): void;
}

/** Tables for more columns than fit into this are made one part of the columns after the other. */
const mostTableBytes = 1 << 25;

export function createWorkspace(
  precision: KernelPrecision,
  layout: Layout,
  samples: Samples,
  centres: Centres,
): Workspace {
  const lanes = lanesOf[precision];
  const map = createMemoryMap(lanes, samples.count, layout.size, layout.normalizedUnits);
  const memory = createMemory(map.columns);
  writeSamples(memory, map, precision, samples, centres);
  /** Whose columns and tables the memory holds. */
  let prepared: Plan | null = null;

  /** Writes, and says whether the memory held the very same numbers. */
  const write = (address: number, numbers: Float64Array): boolean => {
    const there = new Float64Array(memory.buffer, address, numbers.length);
    let isSame = true;
    for (let k = 0; k < numbers.length; k++) {
      if (there[k] !== numbers[k]) isSame = false;
      there[k] = numbers[k];
    }
    return isSame;
  };

  const runColumns = (plan: Plan, b: Float64Array, a: Float64Array, isKept: boolean) => {
    const addressOfA = plan.end + 8;
    const tables = aligned(addressOfA + 8 * a.length);
    const addressOfB = tables + a.length * plan.tableBytes;
    const losses = addressOfB + 8 * b.length;
    reserve(memory, losses + 8 * a.length * b.length);
    // The number of columns lies before them, so that fewer of the same columns are seen to be others.
    const isSameCount = write(plan.end, Float64Array.of(a.length));
    const isSame = write(addressOfA, a) && isSameCount && isKept && prepared === plan;
    write(addressOfB, b);
    if (!isSame) plan.prepare(addressOfA, 8 * a.length, tables);
    prepared = plan;
    plan.fill(addressOfA, 8 * a.length, addressOfB, 8 * b.length, losses, tables);
    return new Float64Array(memory.buffer, losses, a.length * b.length);
  };

  return {
    createPlan(shape, module) {
      const { prepare, fill } = instantiate(module, memory);
      const { exponents, end, tableBytes } = shape;
      return { prepare, fill, exponents, end, tableBytes, isChecked: false, isWrong: false };
    },

    run(plan, { origin, u, v, a, b }, statistics, losses) {
      reserve(memory, plan.end + 8);
      const writes = [write(map.origin, origin), write(map.u, u), write(map.v, v)];
      if (statistics) {
        writes.push(write(map.means, statistics.mean), write(map.variances, statistics.variance));
      }
      const isKept = !writes.includes(false);
      const most = Math.max(1, Math.floor(mostTableBytes / Math.max(1, plan.tableBytes)));
      for (let first = 0; first < a.length; first += most) {
        const some = a.subarray(first, first + most);
        const result = runColumns(plan, b, some, isKept);
        for (let j = 0; j < b.length; j++) {
          const row = result.subarray(j * some.length, (j + 1) * some.length);
          losses.set(row, j * a.length + first);
        }
      }
    },
  };
}

function reserve(memory: WasmMemory, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / pageSize));
}

function writeSamples(
  memory: WasmMemory,
  map: MemoryMap,
  precision: KernelPrecision,
  { count, inputs, targets }: Samples,
  centres: Centres,
): void {
  const isSingle = precision === 'float32';
  const column = (address: number) =>
    isSingle
      ? new Float32Array(memory.buffer, address, count)
      : new Float64Array(memory.buffer, address, count);
  const columns = [...map.inputs, map.targets].map(column);
  for (let row = 0; row < count; row++) {
    columns[0][row] = inputs[2 * row] - centres[0];
    columns[1][row] = inputs[2 * row + 1] - centres[1];
    columns[2][row] = targets[row];
  }
  new Float64Array(memory.buffer, map.centres, 2).set(centres);
  const words = (isSingle ? 1 : 2) * count;
  new Int32Array(memory.buffer, map.mask, words).fill(-1);
}
