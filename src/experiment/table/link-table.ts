// The table that a link brings: taken from its pairs, or from beside it, before anything else is read.
import { quote } from '../../quote.ts';
import { dataFor } from '../data-codec.ts';
import { defaultExperiment } from '../defaults.ts';
import type { Experiment } from '../experiment.ts';
import { ownTable, ownTableId } from './own-table.ts';
import { unpackTable } from './pack-table.ts';

/** The key that holds the packed table, in the query or behind the `#`. */
export const tableKey = 'table';
/** Keys that mean nothing without the table that they choose from. */
const choices = ['cols', 'target'];

/**
 * The data to begin with. Takes from `values` what it has dealt with, and says what had to be left out.
 *
 * @param beside the text of the table, where it did not come in the link itself; it stands above the link's
 */
export function takeTable(
  values: Map<string, string>,
  beside: string | null,
  notices: string[],
): Experiment['data'] {
  const usual = defaultExperiment().data;
  const packed = values.get(tableKey);
  values.delete(tableKey);
  if (values.get('data')?.trim() !== ownTableId) {
    if (packed !== undefined) {
      const id = values.get('data') ?? usual.id;
      notices.push(`The link holds a table, but its data set is ${quote(id)}, not ${ownTableId}.`);
    }
    return usual;
  }
  values.delete('data');
  const text = beside ?? (packed === undefined ? null : unpackTable(packed));
  const own = text === null ? null : ownTable({ table: text, columns: null, target: null });
  if (own?.error === null) return dataFor(ownTableId, text);
  for (const key of choices) values.delete(key);
  notices.push(`${problemOf(packed, own?.error)} The data set ${usual.id} is used instead.`);
  return usual;
}

function problemOf(packed: string | undefined, error: string | undefined): string {
  if (error !== undefined) return `The link’s table cannot be used: ${error}`;
  return packed === undefined
    ? 'The link asks for a table of its own, but does not hold it.'
    : 'The link’s table is damaged or cut off.';
}
