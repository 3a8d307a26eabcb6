// Training: loss and gradient of a full batch and the step that follows, and the product of Hessian and vector.
import { createCase, networks } from './cases.mjs';
import { elsewhere, here, largestErrorOf, medians } from './measure.mjs';
import { compileNative } from './native.mjs';
import { error, milliseconds, note, ratio, table } from './report.mjs';
import { createTensorflowStep } from './tensorflow.mjs';

const tolerance = 1e-4;

/** The engine's own: loss, gradient and a step that leaves the parameters where they are. */
function ownSteps(engine, subject) {
  const { objective, plane } = subject;
  const theta = plane.origin.slice();
  const gradient = new Float64Array(objective.size);
  const product = new Float64Array(objective.size);
  const step = (own) => () => {
    own.evaluate(theta, gradient);
    for (let k = 0; k < theta.length; k++) theta[k] -= 1e-300 * gradient[k];
  };
  const exact = [objective.evaluate(theta, gradient), ...gradient];
  return {
    exact,
    step: step(objective),
    hessianVector: () => objective.hessianVector(theta, plane.u, product),
  };
}

/** A network that has learned early that there is no WebAssembly: it stays with plain code. */
function plainStep(engine, network) {
  const { WebAssembly } = globalThis;
  delete globalThis.WebAssembly;
  const { step, hessianVector } = ownSteps(engine, createCase(engine, network));
  for (let k = 0; k < 50; k++) step();
  globalThis.WebAssembly = WebAssembly;
  return { step, hessianVector };
}

export async function stepTable({ engine, tf, compiler, folder, rounds }) {
  const rows = [];
  for (const network of networks) {
    const subject = createCase(engine, network);
    const { exact, step, hessianVector } = ownSteps(engine, subject);
    const subjects = [here('normscape', step), here('hessian', hessianVector)];
    const plain = plainStep(engine, network);
    subjects.push(here('plain', plain.step), here('plain hessian', plain.hessianVector));
    const admit = (name, found, measured) => {
      const worst = largestErrorOf(found, exact);
      if (worst <= tolerance) subjects.push(measured);
      else note(`${name} is left out of ${network.name}: its gradient is off by ${error(worst)}.`);
    };
    if (tf) {
      const peer = createTensorflowStep(tf, subject);
      admit(
        'tfjs',
        peer.gradient(),
        here('tfjs', () => void peer.step()),
      );
    }
    if (compiler) {
      const native = compileNative(compiler, folder, subject);
      admit('C', native.stepResult(), elsewhere('C', native.step));
    }
    const found = await medians(subjects, rounds);
    const own = found.get('normscape');
    const time = (name) => found.get(name);
    rows.push([
      network.name,
      ...['normscape', 'plain', 'tfjs', 'C'].map((name) => milliseconds(time(name))),
      ratio(time('plain') / own),
      ratio(time('tfjs') / own),
      ratio(own / time('C')),
      milliseconds(time('hessian')),
      ratio(time('plain hessian') / time('hessian')),
    ]);
  }
  table(
    'A training step: full batch of 256, loss and gradient in float64 (TensorFlow.js: float32)',
    [
      'network',
      'Normscape',
      'plain TypeScript',
      'TensorFlow.js',
      'C',
      'plain / ours',
      'tfjs / ours',
      'ours / C',
      'Hessian times vector',
      'plain / ours',
    ],
    rows,
  );
}
