// How many times more widely one input varies, in words.
import { formatCount, formatNumber } from '../../src/index.ts';

/** Two significant digits, as one says a factor: `1.5`, `100`, `14,000`. */
export const factorInWords = (factor: number) =>
  factor >= 100 && factor < 1e9
    ? formatCount(Number(factor.toPrecision(2)))
    : formatNumber(factor, 2);
