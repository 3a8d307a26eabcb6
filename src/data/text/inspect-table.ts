// What a reader's text holds, before anything is chosen from it: for menus of columns.
import { isBlank, numberOf } from './cell.ts';
import type { Delimiter } from './delimiter.ts';
import { readTable } from './read-table.ts';
import type { Refusal, TextColumn } from './read-table.ts';

export interface ColumnSummary {
  /** As `parseTable` knows it; it comes from the reader: show it as text. */
  readonly name: string;
  /** Whether it can be an input: at least half of what is not blank are numbers. */
  readonly numeric: boolean;
  readonly blanks: number;
  /**
   * The two classes of a column that can be a target of classes, as the reader spelled them, the first of which becomes
   * 0; null for any other column.
   */
  readonly classes: readonly [string, string] | null;
}

export interface TableInspection {
  readonly error: null;
  /** Rows of data. */
  readonly rows: number;
  /** Whether the first row names the columns. */
  readonly header: boolean;
  readonly delimiter: Delimiter;
  readonly columns: readonly ColumnSummary[];
  /** A choice to begin with, for `parseTable`; null where the columns do not suffice for any. */
  readonly suggestion: {
    readonly columns: readonly [string, string];
    readonly target: string;
  } | null;
  readonly notices: readonly string[];
}

/** Never throws: a text that is no table is refused, with a plain sentence in `error`. */
export function inspectTable(text: string): TableInspection | Refusal {
  const table = readTable(text);
  if (table.error !== null) return table;
  const { rowNumbers, header, delimiter, notices } = table;
  const columns = table.columns.map(summarize);
  return {
    error: null,
    rows: rowNumbers.length,
    header,
    delimiter,
    columns,
    suggestion: suggest(columns),
    notices,
  };
}

export function summarize({ name, cells }: TextColumn): ColumnSummary {
  const filled = cells.filter((cell) => !isBlank(cell));
  const numbers = filled.map(numberOf).filter((value) => !Number.isNaN(value));
  const numeric = numbers.length > 0 && 2 * numbers.length >= filled.length;
  return {
    name,
    numeric,
    blanks: cells.length - filled.length,
    classes: numeric ? zeroAndOne(numbers) : twoTexts(filled),
  };
}

function zeroAndOne(numbers: readonly number[]): ColumnSummary['classes'] {
  const distinct = new Set(numbers);
  return distinct.size === 2 && distinct.has(0) && distinct.has(1) ? ['0', '1'] : null;
}

/** The later in the alphabet becomes 1, whatever the order of the rows: yes, true, positive; not no, false, negative. */
function twoTexts(cells: readonly string[]): ColumnSummary['classes'] {
  const [first, second, ...more] = [...new Set(cells)].sort();
  return second === undefined || more.length > 0 ? null : [first, second];
}

/** The last column that can be a target, classes before numbers, and the first two inputs beside it. */
function suggest(columns: readonly ColumnSummary[]): TableInspection['suggestion'] {
  const candidates = [
    columns.findLast(({ classes }) => classes !== null),
    columns.findLast(({ numeric }) => numeric),
  ];
  for (const target of candidates) {
    const [first, second] = columns.filter((column) => column.numeric && column !== target);
    if (target && second) return { columns: [first.name, second.name], target: target.name };
  }
  return null;
}
