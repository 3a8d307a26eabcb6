// The rules by which lanes get their learning rates, and what a lane says of the rate it got.
import { formatNumber, type Lane, type RateRule } from '../../src/index.ts';

const usualFraction = 0.9;

/** The menu, as it reads while `current` is in force. */
export function rateOptions(
  current: RateRule,
): readonly { readonly id: RateRule['kind']; readonly label: string }[] {
  const fraction = current.kind === 'stable' ? current.fraction : usualFraction;
  return [
    { id: 'same', label: 'the same in every lane' },
    { id: 'stable', label: `${formatNumber(fraction)} of each lane’s limit` },
    { id: 'best', label: 'each lane at its best' },
  ];
}

/** The rule that a choice from the menu stands for; the fraction in force stays. */
export function rateRule(kind: string, current: RateRule): RateRule {
  if (kind === 'best') return { kind };
  if (kind !== 'stable') return { kind: 'same' };
  return current.kind === 'stable' ? current : { kind, fraction: usualFraction };
}

/** `learning rate 0.71, 0.9 of its limit`; null where the lane has the rate that the reader has set. */
export function rateInWords(
  rule: RateRule,
  { rateOrigin, settings }: Pick<Lane, 'rateOrigin' | 'settings'>,
): string | null {
  if (rule.kind === 'same' || rateOrigin === 'own') return null;
  const rate = `learning rate ${formatNumber(settings.learningRate)}`;
  if (rateOrigin === 'best') return `${rate}, the best of those tried`;
  if (rateOrigin === 'same' || rule.kind !== 'stable') return `${rate}: no limit found`;
  return `${rate}, ${formatNumber(rule.fraction)} of its limit`;
}
