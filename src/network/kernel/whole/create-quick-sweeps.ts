// The sweeps of a network by instructions, with the very bits of the plain ones: gradients in one call where no normalization
// stands between the layers; the rest part by part.
import type { Samples } from '../../../samples.ts';
import type { Layout } from '../../layout.ts';
import type { NetworkSpec } from '../../spec.ts';
import { checkLength, createSweeps } from '../../sweeps.ts';
import type { Sweeps } from '../../sweeps.ts';
import { createStepParts } from '../step/step-parts.ts';
import { createWholeStep, isWithoutNormalization } from './whole-step.ts';

/** @throws where there is no WebAssembly, or no memory for it */
export function createQuickSweeps(spec: NetworkSpec, layout: Layout, samples: Samples): Sweeps {
  const parts = createStepParts(spec, layout, samples.count);
  const sweeps = createSweeps(spec, layout, samples, parts);
  if (!isWithoutNormalization(layout)) return sweeps;
  const whole = createWholeStep(spec, layout, samples);
  return {
    ...sweeps,
    evaluate(theta, statistics, fixed, gradient, rows) {
      if (!gradient || !whole.takes(rows ? rows.length : samples.count)) {
        return sweeps.evaluate(theta, statistics, fixed, gradient, rows);
      }
      checkLength(layout, 'theta', theta);
      checkLength(layout, 'gradient', gradient);
      return whole.evaluate(theta, gradient, rows);
    },
  };
}
