// Loss and gradient of a network without normalization in one call, by instructions made for it.
import type { Layout } from '../../layout.ts';
import { createLoader } from '../../loader.ts';
import type { NetworkSpec } from '../../spec.ts';
import type { Samples } from '../../../samples.ts';
import { createArena } from '../step/arena.ts';
import { activationCodes } from '../step/activate-code.ts';
import { compiled } from '../compiled.ts';
import { instantiate } from '../web-assembly.ts';
import { stepBytes } from './step-code.ts';
import { pieceBytes, placeTile } from './tile.ts';

export interface WholeStep {
  /** Whether it can take so many rows, now: two lanes take two rows. */
  takes(count: number): boolean;
  /** The mean loss over all rows, or the named ones; overwrites `gradient`. */
  evaluate(theta: Float64Array, gradient: Float64Array, rows?: Int32Array): number;
}

/** Whether a row's output depends on that row alone, and on no statistics. */
export const isWithoutNormalization = ({ inputNormalization, layers }: Layout): boolean =>
  !inputNormalization && layers.every(({ normalization }) => !normalization);

/** @throws where there is no WebAssembly, or no memory for it */
export function createWholeStep(spec: NetworkSpec, layout: Layout, samples: Samples): WholeStep {
  const place = placeTile(layout, activationCodes[spec.activation]?.needsArgument ?? false);
  const key = JSON.stringify(['whole', spec.sizes, spec.activation, spec.loss]);
  const code = compiled(key, () => stepBytes(place, spec.activation, spec.loss));
  // Whole pieces are read, also at the end of a column.
  const slack = pieceBytes / 8;
  const arena = createArena(place.end / 8 + 3 * samples.count + 2 * slack, 3);
  arena.take(place.end / 8);
  const value = arena.take(2 * samples.count + slack);
  const targets = arena.take(samples.count + slack);
  const view = (address: number, length: number) =>
    new Float64Array(arena.memory.buffer, address, length);
  const theta = view(place.theta, layout.size);
  const gradient = view(place.gradient, layout.size);
  const [loss, count] = [view(place.loss, 1), view(place.count, 1)];
  const nothing = new Float64Array(0);
  const loader = createLoader(samples, {
    ...{ units: 2, value, adjoint: nothing, tangent: nothing, adjointTangent: nothing },
    isInput: true,
  });
  let step: ((...numbers: number[]) => number | undefined) | null = null;

  return {
    takes(rows) {
      if (rows % 2 !== 0) return false;
      if (!step && code.module) ({ step } = instantiate(code.module, arena.memory));
      return step !== null;
    },
    evaluate(parameters, out, rows) {
      if (!step) throw new Error('asked before it is there');
      const used = loader.rows(rows);
      const wanted = loader.targets(rows);
      targets.set(wanted.length === used ? wanted : wanted.subarray(0, used));
      theta.set(parameters);
      count[0] = used;
      step(8 * used, value.byteOffset, targets.byteOffset);
      out.set(gradient);
      return loss[0] / used;
    },
  };
}
