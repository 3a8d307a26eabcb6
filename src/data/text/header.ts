// The first row of a table: names of columns, or numbers already.
import { printable, quote } from '../../quote.ts';
import { isBlank, numberOf } from './cell.ts';

/**
 * Whether the first row names the columns: it holds no number, or it holds text at the top of a column of numbers. Years
 * and the like may be names too.
 */
export function hasHeader(rows: readonly (readonly string[])[]): boolean {
  const [first, ...rest] = rows;
  const isNumber = (cell: string) => !Number.isNaN(numberOf(cell));
  if (!first.some(isNumber)) return true;
  return first.some((cell, column) => {
    if (isBlank(cell) || isNumber(cell)) return false;
    const below = rest.map((row) => row[column] ?? '').filter((text) => !isBlank(text));
    return below.length > 0 && below.every(isNumber);
  });
}

/**
 * `count` names, all different: as the header has them, `column 3` where it has none, and `x (2)` for a second `x`. What
 * cannot be seen is shown as dots.
 */
export function nameColumns(
  header: readonly string[],
  count: number,
  longest: number,
): { readonly names: readonly string[]; readonly notices: readonly string[] } {
  const names = new Set<string>();
  const notices: string[] = [];
  for (let column = 0; column < count; column++) {
    const given = printable(header[column] ?? '').trim();
    const wanted = given.slice(0, longest) || `column ${column + 1}`;
    if (given.length > longest) {
      notices.push(`The name of column ${column + 1} is cut to ${longest} characters.`);
    }
    let name = wanted;
    for (let k = 2; names.has(name); k++) name = `${wanted} (${k})`;
    if (name !== wanted) {
      notices.push(
        `Column ${column + 1} is called ${quote(name)}, since there is a ${quote(wanted)} already.`,
      );
    }
    names.add(name);
  }
  return { names: [...names], notices };
}
