// What a link got wrong, as a sentence for the reader.

/** The longest piece of a link that is shown back to the reader. */
const longestQuote = 40;

/** Characters that would hide, or turn round, the text after them. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** A piece of the link in quotation marks, cut to 40 characters. It is text: never to be read as HTML. */
export function quote(text: string): string {
  const characters = [...text.replace(unprintable, '\u00b7')];
  const cut = characters.length > longestQuote;
  return `\u201c${characters.slice(0, longestQuote).join('')}${cut ? '\u2026' : ''}\u201d`;
}

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
