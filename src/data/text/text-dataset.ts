// A reader's own table as a data set like any other, so that an experiment need not know the difference.
import type { Dataset } from '../dataset.ts';
import { linearTargetLoss } from '../linear-fit.ts';
import { parseTable } from './parse-table.ts';
import type { TableChoice } from './parse-table.ts';
import type { Refusal } from './read-table.ts';

export interface TextDataset {
  readonly error: null;
  readonly dataset: Dataset;
  readonly notices: readonly string[];
}

/**
 * A data set `table` with this choice of columns as its default. Its task is that of the chosen target; another target is
 * another data set. Never throws, but `dataset.sample` does, on a choice of its own that `parseTable` refuses.
 */
export function createTextDataset(text: string, choice: TableChoice): TextDataset | Refusal {
  const parsed = parseTable(text, choice);
  if (parsed.error !== null) return parsed;
  const { columns, task, notices } = parsed;
  const names = (isWanted: (column: (typeof columns)[number]) => boolean) =>
    columns.filter(isWanted).map(({ name }) => name);
  return {
    error: null,
    notices,
    dataset: {
      id: 'table',
      label: 'Your table',
      blurb: 'Your own table, read in this page and sent nowhere.',
      task,
      features: choice.columns,
      table: {
        inputs: chosenFirst(
          choice.columns,
          names(({ numeric }) => numeric),
        ),
        targets: chosenFirst(
          [choice.target],
          names(({ numeric, classes }) => numeric || classes !== null),
        ),
        unit: () => '',
      },
      sample({ columns: inputs = choice.columns, target = choice.target } = {}) {
        const result = parseTable(text, { columns: inputs, target });
        if (result.error !== null) throw new RangeError(`unusable table: ${result.error}`);
        return result.samples;
      },
      targetLoss: linearTargetLoss,
    },
  };
}

const chosenFirst = (chosen: readonly string[], names: readonly string[]) => [
  ...new Set([...chosen, ...names]),
];
