// A reader's text as named columns of cells, within limits, and a sentence for whatever is left out.
import { dsvFormat } from 'd3-dsv';
import { quote } from '../../quote.ts';
import { thousands } from './cell.ts';
import { detectDelimiter } from './delimiter.ts';
import type { Delimiter } from './delimiter.ts';
import { hasHeader, nameColumns } from './header.ts';

/** 1 MB of plain text. */
export const mostCharacters = 2 ** 20;
export const mostRows = 5000;
export const mostColumns = 64;
export const longestCell = 256;
/** How many faults of one kind are told one by one. */
export const mostTold = 5;

export interface TextColumn {
  readonly name: string;
  /** Trimmed; one for each row of data. */
  readonly cells: readonly string[];
}

export interface TextTable {
  readonly error: null;
  readonly columns: readonly TextColumn[];
  /** Where each row of data stands in the text, counted from 1 as a spreadsheet does. */
  readonly rowNumbers: readonly number[];
  readonly header: boolean;
  readonly delimiter: Delimiter;
  readonly notices: readonly string[];
}

/** A text that is no table, in one plain sentence. */
export interface Refusal {
  readonly error: string;
  readonly notices: readonly string[];
}

export const refuse = (error: string): Refusal => ({ error, notices: [] });

/** Never throws: a text of any kind is a table, or is refused. */
export function readTable(source: string): TextTable | Refusal {
  if (source.length > mostCharacters) {
    const size = thousands(source.length, 'character');
    return refuse(
      `The table has ${size}, but at most ${thousands(mostCharacters, 'character')} are read.`,
    );
  }
  // A spreadsheet may say in a first line of its own which separator it used.
  const [mark, named] = /^\ufeff?(?:sep=([,;\t])\r?\n)?/i.exec(source) ?? [''];
  const text = source.slice(mark.length);
  const delimiter = (named as Delimiter | undefined) ?? detectDelimiter(text);
  const { records, count } = readRecords(text, delimiter, named ? 2 : 1);
  if (records.length === 0) return refuse('The table is empty.');

  const notices: string[] = [];
  const rows = records.map(({ cells }) => cells);
  const header = hasHeader(rows);
  const first = header ? 1 : 0;
  const data = rows.slice(first, first + mostRows);
  const rowNumbers = records.slice(first, first + mostRows).map(({ number }) => number);
  if (data.length === 0) return refuse('The table has a header, but no rows.');
  if (count - first > mostRows) {
    const size = thousands(count - first, 'row');
    notices.push(`The table has ${size}; the first ${thousands(mostRows, 'row')} are used.`);
  }

  const width = widthOf(header ? rows.slice(0, 1) : data);
  if (width > mostColumns) {
    notices.push(
      `The table has more than ${mostColumns} columns; the first ${mostColumns} are used.`,
    );
  } else {
    const wider = data.flatMap((row, k) => (widthOf([row]) > width ? [rowNumbers[k]] : []));
    tell(
      notices,
      wider,
      (row) => `Row ${row} has more cells than the header; the rest is left out.`,
    );
  }
  const naming = nameColumns(header ? rows[0] : [], Math.min(width, mostColumns), longestCell);
  notices.push(...naming.notices);

  const long: string[] = [];
  const columns = naming.names.map((name, column) => ({
    name,
    cells: data.map((row, k) => {
      const cell = row[column] ?? '';
      if (cell.length <= longestCell) return cell;
      long.push(`Row ${rowNumbers[k]}, column ${quote(name)}`);
      return '';
    }),
  }));
  tell(notices, long, (place) => `${place}: more than ${longestCell} characters are left out.`);
  return { error: null, columns, rowNumbers, header, delimiter, notices };
}

/** The first rows that are not blank, with their numbers, as many as can be needed; and how many there are. */
function readRecords(text: string, delimiter: Delimiter, firstNumber: number) {
  const records: { readonly cells: readonly string[]; readonly number: number }[] = [];
  let count = 0;
  dsvFormat(delimiter).parseRows(text, (row, index) => {
    if (row.every((cell) => cell.trim() === '')) return null;
    count++;
    // One row more than is used, for the header; and one column more, to notice that there are more.
    if (count > mostRows + 1) return null;
    const cells = row.slice(0, mostColumns + 1).map((cell) => cell.trim());
    records.push({ cells, number: firstNumber + index });
    return null;
  });
  return { records, count };
}

/** Cells of the widest row, without blank ones at the end, as separators too many make them. */
function widthOf(rows: readonly (readonly string[])[]): number {
  return rows.reduce((width, row) => {
    return Math.max(width, row.findLastIndex((cell) => cell !== '') + 1);
  }, 0);
}

/** A sentence for each of the first few, and one for the rest. */
export function tell<T>(notices: string[], faults: readonly T[], sentence: (fault: T) => string) {
  notices.push(...faults.slice(0, mostTold).map(sentence));
  const rest = faults.length - mostTold;
  if (rest > 0) notices.push(`The same goes for ${rest} more.`);
}
