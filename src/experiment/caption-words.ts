// The words of captions: names cut to length, and numbers that change only when there is something to say.
import { formatCount, formatFactor, formatNumber } from '../number-format.ts';

/** Lanes with settings of their own have long labels. */
const longestName = 33;
/** Of a sentence, in characters. */
const longestSentence = 170;

/** Cut where it is longer. */
const cut = (text: string, longest: number) =>
  text.length > longest ? `${text.slice(0, longest - 1)}\u2026` : text;

/** A lane's label, cut where settings of its own have made it long. */
export const nameOf = ({ label }: { readonly label: string }) => cut(label, longestName);

/** The sentence with the longest names that leave it short enough. */
export function fitted(
  sentence: (name: (lane: { readonly label: string }) => string) => string,
): string {
  for (let longest = longestName; longest > 1; longest--) {
    const text = sentence(({ label }) => cut(label, longest));
    if (text.length <= longestSentence) return text;
  }
  return sentence(() => '\u2026');
}

/** `A`, `A and B`, `A, B and C`. */
export const listed = (words: readonly string[]) =>
  words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;

export const count = formatCount;
export const stepWord = (step: number) => `step ${count(step)}`;

/** Two significant digits: 0.01 and 0.0067. */
export const digits = (value: number) => formatNumber(value, 2);

/** At least one decimal below ten: 1.0, 4.2, 37. */
export const ratio = (value: number) =>
  value < 10 ? value.toFixed(1) : count(Number(value.toPrecision(2)));

/**
 * How many times, as words.
 * @param isSteady whether the number stays as it is while the network trains; of others, if large, only the order of
 *   magnitude is said
 */
export function times(value: number, isSteady: boolean): string {
  if (isSteady) return value < 1e9 ? `${formatFactor(value)} times` : 'over a billion times';
  if (value < 100) return `${ratio(value)} times`;
  return value < 1e6 ? `over ${count(roundDown(value))} times` : 'over a million times';
}

/** The largest of 1, 2, 5, 10, 20, ... that is not above the value, so that a growing number is seldom rewritten. */
export function roundDown(value: number): number {
  if (!(value >= 1) || !Number.isFinite(value)) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  const leading = value / power;
  return power * (leading >= 5 ? 5 : leading >= 2 ? 2 : 1);
}

/** The least of 1, 2, 5, 10, 20, ... that is not below the value. */
export function roundUp(value: number): number {
  const below = roundDown(Math.max(1, value));
  if (below >= value) return below;
  return below * (String(below).startsWith('2') ? 2.5 : 2);
}
