// Texts in a picture, broken into lines that fit.
import type { Pen } from './pen.ts';

/** Breaks between words, and within one that is longer than a line, as an address may be. */
export function wrapText(pen: Pick<Pen, 'measureText'>, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (candidate: string) => pen.measureText(candidate).width <= width;
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const character of word) {
      if (line !== '' && !fits(line + character)) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
  }
  return line === '' ? lines : [...lines, line];
}
