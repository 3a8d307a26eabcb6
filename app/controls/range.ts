// The range of a feature: two ends as typed, and a width that can be made a hundred times smaller by one hand.
import type { Range } from '../../src/index.ts';
import { formatNumber, parseNumber, type Limits, type Parsed } from './number-text.ts';

/** Both ends, in the order typed; the upper end must be greater. */
export function parseRange(low: string, high: string, limits: Limits): Parsed<Range> {
  const lower = parseNumber(low, limits);
  if (lower.value === null) return { value: null, problem: `Lower end: ${lower.problem}` };
  const upper = parseNumber(high, limits);
  if (upper.value === null) return { value: null, problem: `Upper end: ${upper.problem}` };
  if (!(upper.value > lower.value)) {
    return {
      value: null,
      problem: `The upper end must be greater than the lower end, ${formatNumber(lower.value)}.`,
    };
  }
  return { value: [lower.value, upper.value], problem: null };
}

/**
 * The range at another width. A range that holds 0 shrinks and grows around 0, so that only its unit changes;
 * any other keeps its lower end, so that its offset stays.
 *
 * @param width above 0
 */
export function withWidth([low, high]: Range, width: number): Range {
  const factor = width / (high - low);
  const holdsZero = low <= 0 && high >= 0;
  return holdsZero ? [tidy(low * factor), tidy(high * factor)] : [low, tidy(low + width)];
}

/** Without the noise of the last bits, which a link would carry along. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
