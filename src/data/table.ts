// A real table as a data set: comma-separated text with one header row, of which a reader chooses columns.
import { csvParseRows } from 'd3-dsv';
import type { Dataset } from './dataset.ts';
import { linearTargetLoss } from './linear-fit.ts';

export interface TableSpec {
  readonly id: string;
  readonly label: string;
  readonly blurb: string;
  readonly task: Dataset['task'];
  /** The two input columns to start with. */
  readonly inputs: readonly [string, string];
  /** The columns that may be predicted, the default first; in a classification table they hold 0 and 1. */
  readonly targets: readonly [string, ...string[]];
  /** Numeric columns that are neither inputs nor targets, for example the number of a class. */
  readonly ignored?: readonly string[];
  /** Unit of each column that has one. */
  readonly units: Readonly<Record<string, string>>;
  /** Source and licence, as the licence asks for them to be shown. */
  readonly credit: string;
  /** Header row first; an empty cell is a missing value. */
  readonly text: string;
}

/**
 * Every numeric column that is not a target may serve as an input. Rows with a blank in a chosen column are left out.
 * Target loss: the best linear fit's loss plus 5 % of the constant predictor's.
 */
export function createTable(spec: TableSpec): Dataset {
  // `csvParse` would compile a function, which a strict content security policy forbids; rows of cells are enough.
  const [header, ...rows] = csvParseRows(spec.text.trim());
  const columns = new Map(header.map((name, i) => [name, rows.map((row) => parseCell(row[i]))]));
  const excluded = new Set([...spec.targets, ...(spec.ignored ?? [])]);
  const numeric = header.filter((name) => isNumeric(columns.get(name) ?? []));
  const inputNames = [
    ...new Set([...spec.inputs, ...numeric.filter((name) => !excluded.has(name))]),
  ];
  const units = new Map(Object.entries(spec.units));

  const select = (name: string, role: string, known: readonly string[]) => {
    const column = known.includes(name) ? columns.get(name) : undefined;
    if (!column) throw new RangeError(`unknown ${role}: ${name} (known: ${known.join(', ')})`);
    return column;
  };

  return {
    id: spec.id,
    label: spec.label,
    blurb: spec.blurb,
    task: spec.task,
    features: spec.inputs,
    table: {
      inputs: inputNames,
      targets: spec.targets,
      unit: (column) => units.get(column) ?? '',
    },
    credit: spec.credit,
    sample({ columns: [first, second] = spec.inputs, target = spec.targets[0] } = {}) {
      const x1 = select(first, 'input column', inputNames);
      const x2 = select(second, 'input column', inputNames);
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

/** NaN for a blank, Infinity for text. */
function parseCell(cell: string | undefined): number {
  const text = cell?.trim() ?? '';
  if (text === '') return NaN;
  const value = Number(text);
  return Number.isNaN(value) ? Infinity : value;
}

/** Numbers and blanks only, and not blanks alone. */
function isNumeric(cells: readonly number[]): boolean {
  return cells.some(Number.isFinite) && cells.every((value) => Math.abs(value) !== Infinity);
}
