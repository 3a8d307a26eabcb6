// How many times more widely one input varies, in words.
import { formatNumber } from '../../src/index.ts';

/** Two significant digits, as one says a factor: `1.5`, `100`, `14,000`. */
export const factorInWords = (factor: number) =>
  factor >= 100 && factor < 1e9
    ? Number(factor.toPrecision(2)).toLocaleString('en')
    : formatNumber(factor, 2);
