// What a link got wrong, as a sentence for the reader.
import { quote } from '../quote.ts';

/** A value that was read, and what was wrong with it: null if nothing was. */
export interface Reading<T> {
  readonly value: T;
  /** Why the value is not what the link said, as in `is below 1`. */
  readonly problem: string | null;
}

export const good = <T>(value: T): Reading<T> => ({ value, problem: null });

/** `lr “5000” is above 1000, so 1000 is used.` */
export function notice(key: string, text: string, problem: string, used: string): string {
  return `${key} ${quote(text)} ${problem}, so ${used || 'none'} is used.`;
}
