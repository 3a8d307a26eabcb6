// Compiled modules by shape: lanes whose networks are alike share them. Compiling may have to wait, or be forbidden.
import { createGraph } from './graph.ts';
import type { Dependence, SumNode } from './graph-nodes.ts';
import { createBody } from './encoder.ts';
import { encodeModule } from './module-encoder.ts';
import { generateModule } from './generator.ts';
import type { KernelPrecision } from './lanes.ts';
import { lanesOf } from './lanes.ts';
import { aligned, createMemoryMap } from './memory-map.ts';
import { createPasses } from './passes.ts';
import { activationEmitters, lossEmitters } from './pointwise.ts';
import { compile, compileLater } from './web-assembly.ts';
import type { WasmModule } from './web-assembly.ts';
import type { Layout } from '../layout.ts';
import { defaultEps } from '../normalization/normalization.ts';
import type { NetworkSpec } from '../spec.ts';

export interface Shape {
  readonly spec: NetworkSpec;
  readonly layout: Layout;
  /** Rows of the samples. */
  readonly count: number;
  readonly isMeasured: boolean;
  readonly precision: KernelPrecision;
  /** What each parameter depends on. */
  readonly dependences: readonly Dependence[];
  readonly mayJoin: boolean;
  /** Whether the memory holds inputs as distances from their centres. */
  readonly isCentred: boolean;
}

export interface CompiledShape {
  /** Null while it is being compiled. */
  readonly module: WasmModule | null;
  /** Where the part of the memory begins that is laid out at every call. */
  readonly end: number;
  readonly tableBytes: number;
  readonly exponents: readonly SumNode[];
}

/** How many units share a loop. Where an activation costs nothing, one: its weights stay in registers. */
const groupOf = (activation: string) =>
  ['relu', 'leaky-relu', 'linear'].includes(activation) ? 1 : 4;
/** Shapes that are kept; a reader goes through few. */
const capacity = 64;

const shapes = new Map<string, CompiledShape & { module: WasmModule | null }>();
let refusal: string | null | undefined;

/** Why this machine runs no modules at all; null if it does. */
export function refusalOfModules(): string | null {
  if (refusal !== undefined) return refusal;
  try {
    compile(encodeModule({ functions: [createBody([])], exports: {}, lanes: 4 }));
    refusal = null;
  } catch (error) {
    // Further lines are for whoever wrote the module.
    refusal = String(error instanceof Error ? error.message : error).replace(/\.?\n.*$/s, '');
  }
  return refusal;
}

/** Whether there are instructions for everything in the network. */
export const isKnown = ({ activation, loss, normalization }: NetworkSpec): boolean =>
  activationEmitters[activation] !== undefined &&
  lossEmitters[loss] !== undefined &&
  ['none', 'batch', 'layer'].includes(normalization.kind);

/** @throws what `compile` throws, if it will not do later either */
export function compiledShape(shape: Shape): CompiledShape {
  const key = keyOf(shape);
  const known = shapes.get(key);
  if (known) return known;
  const { bytes, ...made } = generateShape(shape);
  const entry = { ...made, module: null as WasmModule | null };
  try {
    entry.module = compile(bytes);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // A page may have to compile what is large in the background.
    void compileLater(bytes).then(
      (module) => {
        entry.module = module;
      },
      () => undefined,
    );
  }
  const [oldest] = shapes.keys();
  if (shapes.size >= capacity && oldest !== undefined) shapes.delete(oldest);
  shapes.set(key, entry);
  return entry;
}

export function generateShape(shape: Shape) {
  const { spec, layout, count, isMeasured, precision, dependences } = shape;
  const lanes = lanesOf[precision];
  const map = createMemoryMap(lanes, count, layout.size, layout.normalizedUnits);
  const graph = createGraph(shape);
  const passes = createPasses(graph, map, groupOf(spec.activation));
  const activation = activationEmitters[spec.activation];
  const loss = lossEmitters[spec.loss];
  if (!activation || !loss) throw new Error(`no instructions for ${spec.activation}, ${spec.loss}`);
  const eps = spec.normalization.eps ?? defaultEps;
  const program = { lanes, map, passes, dependences, count, eps, isMeasured, activation, loss };
  return {
    bytes: generateModule(program, graph, layout.size),
    end: aligned(passes.end),
    tableBytes: passes.tableBytes,
    exponents: graph.exponents,
  };
}

function keyOf(shape: Shape): string {
  const { spec, count, isMeasured, precision, dependences, mayJoin, isCentred } = shape;
  const { kind, place, eps, affine, keepBias } = spec.normalization;
  const network = [spec.sizes, spec.activation, spec.loss, kind, place, eps, affine, keepBias];
  return [
    ...network,
    count,
    isMeasured,
    precision,
    mayJoin,
    isCentred,
    dependences.join(''),
  ].join();
}
