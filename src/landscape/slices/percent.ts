// A share in words.

/** `83 %`; with a decimal near the ends, so that nearly all does not read as all. */
export function percent(share: number): string {
  const value = 100 * share;
  if (value > 0 && value < 1) return value < 0.05 ? 'under 0.1 %' : `${value.toFixed(1)} %`;
  if (value > 99 && value < 100) {
    return value >= 99.95 ? 'over 99.9 %' : `${value.toFixed(1)} %`;
  }
  return `${Math.round(value)} %`;
}
