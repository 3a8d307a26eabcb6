// A chain's parts as instructions, over memory that plain code sees as well: whatever has no instructions for a number of
// rows, or not yet, is done by the plain part on the same arrays, with the same bits.
import { plainParts } from '../../parts.ts';
import type { Parts } from '../../parts.ts';
import type { NetworkSpec } from '../../spec.ts';
import type { Layout } from '../../layout.ts';
import type { Compiled } from '../compiled.ts';
import { instantiate } from '../web-assembly.ts';
import { createActivateStage } from './activate-stage.ts';
import { createArena } from './arena.ts';
import type { DensePlace } from './dense-writer.ts';
import { copier, placeOf, sizesOf, takeSignal } from './places.ts';
import type { StepSweeps } from './places.ts';
import { compiledStep } from './step-module.ts';

/** Numbers of rows that get a module: all of them, a mini-batch, and what is left of an epoch. */
const mostCounts = 4;

/**
 * @param capacity the most rows that will ever be asked for
 * @param plain what does the rest
 * @throws where there is no WebAssembly, or no memory for it
 */
export function createStepParts(
  spec: NetworkSpec,
  layout: Layout,
  capacity: number,
  plain = plainParts(capacity),
): Parts {
  const arena = createArena(...sizesOf(layout, capacity));
  const theta = arena.take(layout.size);
  const v = arena.take(layout.size);
  const out = arena.take(layout.size);
  const layers: Omit<DensePlace, 'count'>[] = [];
  const byCount = new Map<number, { step: Compiled; sweeps: StepSweeps | null }>();

  /** The instructions for a number of rows; null where there are none. */
  const sweepsFor = (count: number): StepSweeps | null => {
    const known = byCount.get(count);
    if (known?.sweeps) return known.sweeps;
    // Two lanes take two rows.
    if (count % 2 !== 0 || (!known && byCount.size >= mostCounts)) return null;
    const places = layers.map((layer) => ({ ...layer, count }));
    const entry = known ?? { step: compiledStep(spec.activation, places), sweeps: null };
    byCount.set(count, entry);
    if (entry.step.module)
      entry.sweeps = instantiate(entry.step.module, arena.memory) as StepSweeps;
    return entry.sweeps;
  };

  return {
    signal: (units, isInput = false) => takeSignal(arena, units, capacity, isInput),

    dense(slots, source, target) {
      const layer = layers.length;
      layers.push({
        slots,
        source: placeOf(source),
        target: placeOf(target),
        theta: theta.byteOffset,
        v: v.byteOffset,
        out: out.byteOffset,
      });
      const fallback = plain.dense(slots, source, target);
      const copy = copier(slots);
      return {
        forward(parameters, count, statistics, fixed) {
          const sweeps = sweepsFor(count);
          if (!sweeps) return fallback.forward(parameters, count, statistics, fixed);
          copy(parameters, theta);
          sweeps[`forward${layer}`]();
        },
        backward(parameters, count, gradient) {
          const sweeps = sweepsFor(count);
          if (!sweeps) return fallback.backward(parameters, count, gradient);
          copy(parameters, theta);
          sweeps[`backward${layer}`]();
          copy(out, gradient);
        },
        forwardTangent(parameters, direction, count) {
          const sweeps = sweepsFor(count);
          if (!sweeps) return fallback.forwardTangent(parameters, direction, count);
          copy(parameters, theta);
          copy(direction, v);
          sweeps[`forwardTangent${layer}`]();
        },
        backwardTangent(parameters, direction, count, result) {
          const sweeps = sweepsFor(count);
          if (!sweeps) return fallback.backwardTangent(parameters, direction, count, result);
          copy(parameters, theta);
          copy(direction, v);
          sweeps[`backwardTangent${layer}`]();
          copy(out, result);
        },
      };
    },

    activate: (activation, source, target) =>
      createActivateStage(plain.activate(activation, source, target), source, target, sweepsFor),
  };
}
