// Every recorded step of the run as a table.
import { textFile, type Export } from './export.ts';
import { parameterNames, runRows } from './run-rows.ts';
import { csvText } from './table-text.ts';

export const runCsv: Export = {
  id: 'run-csv',
  label: 'Run as CSV',
  blurb: 'Step, loss and all parameters of every lane, a row for each recorded step.',
  group: 'numbers',
  extension: 'csv',
  appliesTo: 'run',
  words: ['run'],
  make({ views }) {
    const header = ['lane', 'step', 'loss', ...parameterNames(views)];
    return textFile(csvText(header, runRows(views)), 'text/csv');
  },
};
