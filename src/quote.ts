// A reader's own words, shown back to them: a cell of a table, or a piece of a link.

const longestQuote = 40;
/** Characters that would hide, or turn round, the text after them. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** The text with what cannot be seen shown as dots. It is text still: never to be read as HTML. */
export function printable(text: string): string {
  return text.replace(unprintable, '\u00b7');
}

/** The text in quotation marks, cut to 40 characters. */
export function quote(text: string): string {
  // Longer than what is shown, so that a cut is noticed, even where a character takes two places.
  const characters = [...printable(text.slice(0, 4 * longestQuote))];
  const isCut = characters.length > longestQuote;
  return `\u201c${characters.slice(0, longestQuote).join('')}${isCut ? '\u2026' : ''}\u201d`;
}
