// The words of captions: names cut to length, and numbers that change only when there is something to say.

/** Lanes with settings of their own have long labels. */
const longestName = 33;

/** A lane's label, cut where settings of its own have made it long. */
export const nameOf = ({ label }: { readonly label: string }) =>
  label.length > longestName ? `${label.slice(0, longestName - 1)}\u2026` : label;

export const count = (value: number) => value.toLocaleString('en');
export const stepWord = (step: number) => `step ${count(step)}`;

/** Two significant digits: 0.01 and 0.0067. */
export const digits = (value: number) =>
  value.toLocaleString('en', { maximumSignificantDigits: 2 });

/** At least one decimal below ten: 1.0, 4.2, 37. */
export const ratio = (value: number) =>
  value < 10 ? value.toFixed(1) : value.toLocaleString('en', { maximumSignificantDigits: 2 });

/** Large ratios drift while a network trains, so only their order of magnitude is said. */
export function times(value: number): string {
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
