// Training steps and Hessian-vector products by instructions, once a network is used enough to deserve them. The bits are
// those of the plain network, so that a run is the same run with and without; and that is looked at before it is believed.
import type { Sweeps } from '../../sweeps.ts';

/** Most objectives are asked for a few gradients and forgotten; a run asks for thousands. */
const usesBefore = 20;

/**
 * The plain sweeps, with gradients and Hessian-vector products taken from others as soon as there have been some.
 *
 * @param createQuick null while it cannot be had yet; may throw where there is no WebAssembly: then everything stays plain
 */
export function withQuickSteps(plain: Sweeps, createQuick: () => Sweeps | null): Sweeps {
  let uses = 0;
  let quick: Sweeps | null = null;
  let isWrong = false;
  const checked = { gradient: false, product: false };

  const quickSweeps = (): Sweeps | null => {
    if (quick || isWrong || ++uses <= usesBefore) return quick;
    try {
      quick = createQuick();
    } catch {
      isWrong = true;
    }
    return quick;
  };

  /** Both ways once; from then on the quick one, or never again. */
  const settle = (isSame: boolean, what: keyof typeof checked) => {
    checked[what] = isSame;
    if (isSame) return;
    isWrong = true;
    quick = null;
  };

  return {
    ...plain,

    evaluate(theta, statistics, fixed, gradient, rows) {
      // Noise is drawn for the plain network.
      const other = gradient && !plain.noise ? quickSweeps() : null;
      if (!gradient || !other) return plain.evaluate(theta, statistics, fixed, gradient, rows);
      if (checked.gradient) return other.evaluate(theta, statistics, fixed, gradient, rows);
      const found = gradient.slice();
      const loss = other.evaluate(theta, statistics, fixed, found, rows);
      const plainLoss = plain.evaluate(theta, statistics, fixed, gradient, rows);
      settle(Object.is(loss, plainLoss) && haveSameBits(found, gradient), 'gradient');
      return plainLoss;
    },

    hessianVector(theta, vector, statistics, fixed, out) {
      const other = plain.noise ? null : quickSweeps();
      if (!other) return plain.hessianVector(theta, vector, statistics, fixed, out);
      if (checked.product) return other.hessianVector(theta, vector, statistics, fixed, out);
      const found = out.slice();
      other.hessianVector(theta, vector, statistics, fixed, found);
      plain.hessianVector(theta, vector, statistics, fixed, out);
      settle(haveSameBits(found, out), 'product');
    },
  };
}

/** Whether numbers are the same to the last bit; whatever is not a number counts as the same. */
export const haveSameBits = (a: Float64Array, b: Float64Array): boolean =>
  a.length === b.length && a.every((value, k) => Object.is(value, b[k]));
