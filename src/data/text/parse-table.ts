// A reader's own table as samples: two columns of inputs and one of targets, chosen by name.
import type { Samples } from '../../samples.ts';
import { quote } from '../../quote.ts';
import { isBlank, largestNumber, numberOf } from './cell.ts';
import { summarize } from './inspect-table.ts';
import type { ColumnSummary } from './inspect-table.ts';
import { readTable, refuse, tell } from './read-table.ts';
import type { Refusal, TextColumn } from './read-table.ts';

/** Batch norm and every scaling need a spread to measure. */
const fewestRows = 2;

export interface TableChoice {
  /** Names of two different columns of numbers. */
  readonly columns: readonly [string, string];
  /** Name of a third: numbers, or exactly two different texts. */
  readonly target: string;
}

export interface ParsedTable {
  readonly error: null;
  readonly samples: Samples;
  /** Whatever was left out or understood in a way of its own, one plain sentence each. They quote the table: show them as text. */
  readonly notices: readonly string[];
  /** Classes if the targets are 0 and 1 alone, or two texts. */
  readonly task: 'regression' | 'classification';
  /** What 0 and 1 stand for, where the target column holds texts. */
  readonly classes: readonly [string, string] | null;
  /** Whether the first row names the columns. */
  readonly header: boolean;
  /** All columns of the table. */
  readonly columns: readonly ColumnSummary[];
}

/**
 * Comma, semicolon or tab between cells; point or comma in numbers; with or without a header (then `column 1` and so
 * on); up to 1 MB, 5,000 rows, 64 columns and 256 characters a cell. Rows with a blank or a text where a number is
 * needed are left out. Never throws: what cannot be used is refused, with a plain sentence in `error`.
 */
export function parseTable(text: string, choice: TableChoice): ParsedTable | Refusal {
  const table = readTable(text);
  if (table.error !== null) return table;
  const { columns, rowNumbers, header } = table;
  const byName = new Map(columns.map((column) => [column.name, column]));
  const chosen: TextColumn[] = [];
  for (const name of [...choice.columns, choice.target]) {
    const column = byName.get(name);
    if (!column) {
      const known = columns.map((other) => quote(other.name)).join(', ');
      return refuse(`The table has no column ${quote(name)}; it has ${known}.`);
    }
    if (chosen.includes(column)) {
      return refuse(
        `Column ${quote(name)} is chosen twice; inputs and target need three different columns.`,
      );
    }
    chosen.push(column);
  }
  const summaries = chosen.map(summarize);
  const [, , target] = summaries;
  const textual = summaries.find(({ numeric }, k) => !numeric && !(k === 2 && target.classes));
  if (textual) return refuse(refusalOfText(textual, textual === target, chosen[2]));

  const classes = target.numeric ? null : target.classes;
  const readers = [
    numberOf,
    numberOf,
    classes ? (cell: string) => classes.indexOf(cell) : numberOf,
  ];
  const notices = [...table.notices];
  const rows: number[][] = [];
  const faults: string[] = [];
  rowNumbers.forEach((number, row) => {
    const cells = chosen.map((column) => column.cells[row]);
    const values = cells.map((cell, k) => readers[k](cell));
    const problems = cells.map((cell, k) => problemOf(cell, values[k]));
    const column = problems.findIndex((problem) => problem !== null);
    if (column < 0) rows.push(values);
    else
      faults.push(
        `Row ${number} is left out: column ${quote(chosen[column].name)} ${problems[column]}.`,
      );
  });
  tell(notices, faults, (fault) => fault);
  if (rows.length < fewestRows) {
    const found = rows.length === 0 ? 'no row' : 'one row';
    const first = faults.length > 0 ? ` ${faults[0]}` : '';
    return refuse(
      `The table has ${found} with a value in all three columns, but two are needed.${first}`,
    );
  }

  if (classes) {
    const [zero, one] = classes.map(quote);
    notices.push(`In column ${quote(target.name)}, ${zero} is 0 and ${one} is 1.`);
  }
  chosen.forEach(({ name, cells }, k) => {
    const example = classes && k === 2 ? undefined : cells.find((cell) => /^\S*\d,\d/.test(cell));
    if (example !== undefined && !Number.isNaN(numberOf(example))) {
      const read = `${quote(example)} is ${numberOf(example)}`;
      notices.push(`Column ${quote(name)} has decimal commas: ${read}.`);
    }
    if (rows.every((row) => row[k] === rows[0][k])) {
      notices.push(`Column ${quote(name)} has one value only in these rows.`);
    }
  });
  const isZeroOrOne = rows.every((row) => row[2] === 0 || row[2] === 1);
  return {
    error: null,
    samples: {
      count: rows.length,
      inputs: Float64Array.from(rows.flatMap(([first, second]) => [first, second])),
      targets: Float64Array.from(rows, (row) => row[2]),
    },
    notices,
    task: isZeroOrOne ? 'classification' : 'regression',
    classes,
    header,
    columns: columns.map(summarize),
  };
}

/** Why a row cannot be used, as in `is blank`; null if it can. */
function problemOf(cell: string, value: number): string | null {
  if (isBlank(cell)) return 'is blank';
  if (Number.isNaN(value)) return `holds ${quote(cell)}, which is not a number`;
  if (Math.abs(value) <= largestNumber) return null;
  return `holds ${quote(cell)}, which is larger than ${largestNumber}`;
}

function refusalOfText({ name }: ColumnSummary, isTarget: boolean, { cells }: TextColumn): string {
  if (!isTarget) return `Column ${quote(name)} does not hold numbers, so it cannot be an input.`;
  const texts = [...new Set(cells.filter((cell) => !isBlank(cell)))];
  if (texts.length === 0) return `Column ${quote(name)} is blank, so it cannot be the target.`;
  const some = texts.slice(0, 3).map(quote).join(', ');
  const all = texts.length > 3 ? `${some} and more` : some;
  return `Column ${quote(name)} holds ${all}; a target needs numbers, or exactly two texts.`;
}
