// The data set of an experiment: a registered one, or the reader's own table, which travels with the experiment.
import type { Dataset } from '../../data/dataset.ts';
import { datasets } from '../../data/index.ts';
import { inspectTable, type TableInspection } from '../../data/text/inspect-table.ts';
import type { TableChoice } from '../../data/text/parse-table.ts';
import type { Refusal } from '../../data/text/read-table.ts';
import { createTextDataset, type TextDataset } from '../../data/text/text-dataset.ts';
import type { Experiment } from '../experiment.ts';
import { keepRecent } from './recent.ts';

type Data = Experiment['data'];

/** What `data` is in the link of a reader's own table. */
export const ownTableId = 'table';

export interface OwnTable extends TextDataset {
  readonly inspection: TableInspection;
  /** The columns in force: those of the experiment, or else the first that suit. */
  readonly choice: TableChoice;
}

/** Never throws: what cannot be used is refused, with a plain sentence in `error`. */
export function ownTable({
  table,
  columns,
  target,
}: Pick<Data, 'table' | 'columns' | 'target'>): OwnTable | Refusal {
  return read(table, columns?.[0] ?? null, columns?.[1] ?? null, target);
}

const inspect = keepRecent((text: string) => inspectTable(text));
const read = keepRecent(
  (text: string | null, first: string | null, second: string | null, target: string | null) => {
    if (text === null) return { error: 'There is no table.', notices: [] };
    const inspection = inspect(text);
    if (inspection.error !== null) return inspection;
    const columns = first !== null && second !== null ? ([first, second] as const) : null;
    const choice = choose(inspection, columns, target);
    if (choice === null) return { error: tooFew, notices: inspection.notices };
    const made = createTextDataset(text, choice);
    return made.error === null ? { ...made, inspection, choice } : made;
  },
);

const tooFew =
  'The table needs two columns of numbers, and a third of numbers or of exactly two texts.';

/** What was asked for, and for the rest columns that are not taken; null where there are none. */
function choose(
  { columns, suggestion }: TableInspection,
  inputs: TableChoice['columns'] | null,
  target: string | null,
): TableChoice | null {
  if (suggestion === null) return null;
  const free = (name: string) => inputs === null || !inputs.includes(name);
  const targets = [
    suggestion.target,
    ...columns.filter(({ classes }) => classes !== null).map(({ name }) => name),
    ...columns.filter(({ numeric }) => numeric).map(({ name }) => name),
  ];
  const chosen = target ?? targets.find(free);
  if (chosen === undefined) return null;
  if (inputs !== null) return { columns: inputs, target: chosen };
  const [first, second] = columns.filter(({ numeric, name }) => numeric && name !== chosen);
  if (second === undefined) return null;
  const suits = !suggestion.columns.includes(chosen);
  return { columns: suits ? suggestion.columns : [first.name, second.name], target: chosen };
}

/** @throws {RangeError} on an unknown data set, or a table that cannot be used */
export function datasetOf(data: Pick<Data, 'id' | 'table' | 'columns' | 'target'>): Dataset {
  if (data.id !== ownTableId) return datasets.get(data.id);
  const own = ownTable(data);
  if (own.error !== null) throw new RangeError(`unusable table: ${own.error}`);
  return own.dataset;
}
