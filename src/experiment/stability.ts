// How sharply a loss may curve for an optimizer to stay: 2 / learning rate for gradient descent, and what takes its place.
import { momentumKnob } from '../optimizers/knobs.ts';
import type { Settings } from './experiment.ts';

export interface StabilityRule {
  /** The greatest stable curvature in plain text, `2 / rate`; null where an optimizer has none. */
  readonly formula: string | null;
  /** What stands above the learning rate; null where an optimizer has no such limit. */
  readonly factor: number | null;
  /** What has to be known before the limit is believed; empty where nothing has. */
  readonly caution: string;
}

type Rule = (momentum: number) => { readonly formula: string; readonly factor: number };

/**
 * On a quadratic of curvature lambda each step maps (theta, velocity) linearly, and does not grow while lambda is at most
 * this (Cohen et al. 2021, "Gradient Descent on Neural Networks Typically Occurs at the Edge of Stability", appendix B).
 */
const rules: Readonly<Record<string, Rule>> = {
  sgd: () => ({ formula: '2 / rate', factor: 2 }),
  momentum: (beta) => ({ formula: '2 (1 + mu) / rate', factor: 2 * (1 + beta) }),
  nesterov: (beta) => ({
    formula: '2 (1 + mu) / ((1 + 2 mu) rate)',
    factor: (2 * (1 + beta)) / (1 + 2 * beta),
  }),
};

export function stabilityRule(settings: Settings): StabilityRule {
  const { optimizer, knobs, batch, normNoise } = settings;
  if (!(optimizer in rules)) {
    return {
      formula: null,
      factor: null,
      caution:
        'This optimizer gives each weight a rate of its own, so no single line divides stable from unstable.',
    };
  }
  const caution =
    batch > 0 || normNoise > 0
      ? 'The curvature is that of all samples without noise; a mini-batch may curve more.'
      : '';
  return { ...rules[optimizer](knobs['momentum'] ?? momentumKnob.initial), caution };
}

/**
 * The greatest curvature with which the optimizer does not move away from a minimum; null where it has no such limit.
 * Weight decay that is added to the gradient adds as much to every curvature.
 *
 * @param rate the learning rate in force
 */
export function stableSharpness(settings: Settings, rate: number): number | null {
  const { factor } = stabilityRule(settings);
  const decay = settings.decay === 'auto' ? 0 : settings.decay;
  return factor === null ? null : factor / rate - decay;
}

/** The greatest stable learning rate at this curvature; null where the optimizer has no such limit. */
export function stableRate(settings: Settings, sharpness: number): number | null {
  const { factor } = stabilityRule(settings);
  if (factor === null) return null;
  const decay = settings.decay === 'auto' ? 0 : settings.decay;
  return sharpness + decay > 0 ? factor / (sharpness + decay) : Infinity;
}
