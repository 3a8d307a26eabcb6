// The module of a training step: the sweeps of every dense layer and of the activation, for one number of rows.
import { encodeModule } from '../module-encoder.ts';
import type { Body } from '../encoder.ts';
import { compiled } from '../compiled.ts';
import type { Compiled } from '../compiled.ts';
import { activateCode, activationCodes } from './activate-code.ts';
import { backwardCode, forwardCode } from './dense-code.ts';
import { backwardTangentCode, forwardTangentCode } from './dense-tangent-code.ts';
import type { DensePlace } from './dense-writer.ts';

/**
 * Exports `forward0`, `backward0`, `forwardTangent0`, `backwardTangent0` of the first dense layer, and so on, and `activate`,
 * `activateBackward`, `activateTangent`, `activateBackwardTangent`.
 */
export const compiledStep = (activation: string, places: readonly DensePlace[]): Compiled =>
  compiled(JSON.stringify([activation, places]), () => stepBytes(activation, places));

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
