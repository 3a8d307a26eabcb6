// A real table as a data set: comma-separated text with one header row, of which a reader chooses columns.
import { csvParseRows } from 'd3-dsv';
import type { Dataset } from './dataset.ts';
import { linearTargetLoss } from './linear-fit.ts';

export interface TableSpec {
  readonly id: string;
  readonly label: string;
  readonly blurb: string;
  readonly task: Dataset['task'];
  /** The columns that may be inputs, the two to start with first. */
  readonly inputs: readonly [string, string, ...string[]];
  /** The columns that may be predicted, the default first; in a classification table they hold 0 and 1. */
  readonly targets: readonly [string, ...string[]];
  /** Unit of each column that has one. */
  readonly units: Readonly<Record<string, string>>;
  /** Source and licence, as the licence asks for them to be shown. */
  readonly credit: string;
  /** Header row first; an empty cell is a missing value. Asked for when samples are. */
  text(): string;
}

/**
 * Rows with a blank in a chosen column are left out. Target loss: the best linear fit's loss plus 5 % of the constant
 * predictor's.
 */
export function createTable(spec: TableSpec): Dataset {
  const [first, second] = spec.inputs;
  const units = new Map(Object.entries(spec.units));
  let columns: ReadonlyMap<string, readonly number[]> | null = null;

  const select = (name: string, role: string, known: readonly string[]) => {
    if (!known.includes(name)) {
      throw new RangeError(`unknown ${role}: ${name} (known: ${known.join(', ')})`);
    }
    columns ??= readColumns(spec.text());
    const column = columns.get(name);
    if (!column) throw new Error(`missing column: ${name} (the table ${spec.id} has none)`);
    return column;
  };

  return {
    id: spec.id,
    label: spec.label,
    blurb: spec.blurb,
    task: spec.task,
    features: [first, second],
    table: {
      inputs: spec.inputs,
      targets: spec.targets,
      unit: (column) => units.get(column) ?? '',
    },
    credit: spec.credit,
    sample({ columns: chosen = [first, second], target = spec.targets[0] } = {}) {
      const [x1, x2] = chosen.map((name) => select(name, 'input column', spec.inputs));
      const y = select(target, 'target column', spec.targets);
      const complete = y.flatMap((_, row) =>
        Number.isFinite(x1[row] + x2[row] + y[row]) ? [row] : [],
      );
      return {
        count: complete.length,
        inputs: Float64Array.from(complete.flatMap((row) => [x1[row], x2[row]])),
        targets: Float64Array.from(complete, (row) => y[row]),
      };
    },
    targetLoss: linearTargetLoss,
  };
}

/** The numbers of each column. */
function readColumns(text: string): ReadonlyMap<string, readonly number[]> {
  // `csvParse` would compile a function, which a strict content security policy forbids; rows of cells are enough.
  const [header, ...rows] = csvParseRows(text.trim());
  return new Map(header.map((name, i) => [name, rows.map((row) => parseCell(row[i]))]));
}

/** NaN for a blank, Infinity for text. */
function parseCell(cell: string | undefined): number {
  const text = cell?.trim() ?? '';
  if (text === '') return NaN;
  const value = Number(text);
  return Number.isNaN(value) ? Infinity : value;
}
