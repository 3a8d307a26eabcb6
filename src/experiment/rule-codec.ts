// Codecs for the rules that make lanes comparable, and for the end of a run.
import { numberCodec, type Codec } from './codec.ts';
import type { Experiment, RateRule } from './experiment.ts';
import { good } from './problem.ts';

const fraction = numberCodec(0.01, 10);
const usualFraction = 0.9;

/** `same`, `best` or `stable:0.9`; above 1, a stable rate is not what its name says, which is worth seeing. */
export const rateCodec: Codec<RateRule> = {
  read(text, fallback) {
    const [kind, amount, ...rest] = text.trim().split(':');
    if ((kind === 'same' || kind === 'best') && amount === undefined) return good({ kind });
    if (kind !== 'stable' || rest.length > 0) {
      return { value: fallback, problem: 'is not one of same, stable:0.9, best' };
    }
    if (amount === undefined) return good({ kind, fraction: usualFraction });
    const { value, problem } = fraction.read(amount, usualFraction);
    return {
      value: { kind, fraction: value },
      problem: problem === null ? null : `has a fraction that ${problem}`,
    };
  },
  write: (rule) => (rule.kind === 'stable' ? `stable:${rule.fraction}` : rule.kind),
};

const lastStep = numberCodec(0, 1e7, true);

/** A step, `target`, or whichever comes first, as in `target:500`. */
export const untilCodec: Codec<Pick<Experiment, 'until' | 'untilTarget'>> = {
  read(text, fallback) {
    const [first, second, ...rest] = text.split(':');
    const untilTarget = first.trim() === 'target';
    if (untilTarget && second === undefined) return good({ until: 0, untilTarget });
    const number = untilTarget ? second : first;
    if (number === undefined || rest.length > 0 || (!untilTarget && second !== undefined)) {
      return { value: fallback, problem: 'is neither a step nor target' };
    }
    const { value, problem } = lastStep.read(number, fallback.until);
    return { value: { until: value, untilTarget }, problem };
  },
  write: ({ until, untilTarget }) =>
    untilTarget ? (until > 0 ? `target:${until}` : 'target') : String(until),
};
