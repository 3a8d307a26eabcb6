// The module of a training step: the sweeps of every dense layer and of the activation, for one number of rows.
import { encodeModule } from '../module-encoder.ts';
import type { Body } from '../encoder.ts';
import { compile, compileLater } from '../web-assembly.ts';
import type { WasmModule } from '../web-assembly.ts';
import { activateCode, activationCodes } from './activate-code.ts';
import { backwardCode, forwardCode } from './dense-code.ts';
import { backwardTangentCode, forwardTangentCode } from './dense-tangent-code.ts';
import type { DensePlace } from './dense-writer.ts';

/** Null while it is being compiled, and where a policy forbids that. */
export interface CompiledStep {
  module: WasmModule | null;
}

/** Shapes that are kept; a reader goes through few. */
const capacity = 64;
const known = new Map<string, CompiledStep>();

/**
 * Exports `forward0`, `backward0`, `forwardTangent0`, `backwardTangent0` of the first dense layer, and so on, and `activate`,
 * `activateBackward`, `activateTangent`, `activateBackwardTangent`.
 */
export function compiledStep(activation: string, places: readonly DensePlace[]): CompiledStep {
  const key = JSON.stringify([activation, places]);
  const found = known.get(key);
  if (found) return found;
  const bytes = stepBytes(activation, places);
  const entry: CompiledStep = { module: null };
  try {
    entry.module = compile(bytes);
  } catch (error) {
    // A page may have to compile what is large in the background.
    if (error instanceof RangeError) {
      void compileLater(bytes).then(
        (module) => {
          entry.module = module;
        },
        () => undefined,
      );
    }
  }
  const [oldest] = known.keys();
  if (known.size >= capacity && oldest !== undefined) known.delete(oldest);
  known.set(key, entry);
  return entry;
}

function stepBytes(activation: string, places: readonly DensePlace[]): Uint8Array<ArrayBuffer> {
  const code = activationCodes[activation];
  if (!code) throw new Error(`no instructions for ${activation}`);
  const functions: Body[] = [];
  const exports: Record<string, number> = {};
  const push = (name: string, body: Body) => {
    exports[name] = functions.length;
    functions.push(body);
  };
  places.forEach((place, layer) => {
    push(`forward${layer}`, forwardCode(place));
    push(`backward${layer}`, backwardCode(place));
    push(`forwardTangent${layer}`, forwardTangentCode(place));
    push(`backwardTangent${layer}`, backwardTangentCode(place));
  });
  const names = ['activate', 'activateBackward', 'activateTangent', 'activateBackwardTangent'];
  activateCode(code).forEach((body, k) => push(names[k], body));
  return encodeModule({ functions, exports, lanes: 2 });
}
