// Which character separates the cells of a table: comma, semicolon or tab.
import { dsvFormat } from 'd3-dsv';

export type Delimiter = ',' | ';' | '\t';

/** In this order: a comma may also stand in a number, a semicolon in a text, but a tab is never typed by chance. */
const delimiters: readonly Delimiter[] = ['\t', ';', ','];
/** Characters at the beginning that are looked at. */
const glance = 16_384;
/** The share of rows with one and the same number of cells that is good enough. */
const regular = 0.9;

/** The first that cuts nearly all rows into the same number of cells, two or more; or else the most regular one. */
export function detectDelimiter(text: string): Delimiter {
  let best: Delimiter = ',';
  let bestShare = 0;
  for (const delimiter of delimiters) {
    const share = regularity(text, delimiter);
    if (share >= regular) return delimiter;
    if (share > bestShare) {
      best = delimiter;
      bestShare = share;
    }
  }
  return best;
}

/** How large a share of the rows has the most frequent number of cells; 0 if that is one cell. */
function regularity(text: string, delimiter: Delimiter): number {
  const rows = dsvFormat(delimiter).parseRows(text.slice(0, glance));
  // The last one may be cut in two.
  if (text.length > glance && rows.length > 1) rows.pop();
  const widths = rows
    .map((row) => row.length)
    .filter((_, k) => rows[k].some((cell) => cell !== ''));
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [width, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [1, 0]);
  return width > 1 ? count / widths.length : 0;
}
