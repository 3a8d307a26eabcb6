// The experiment as a file that this page opens again.
import { experimentRecord } from './experiment-record.ts';
import { textFile, type Export } from './export.ts';
import { jsonText } from './json-text.ts';

export const experimentJson: Export = {
  id: 'experiment-json',
  label: 'Experiment as JSON',
  blurb: 'Every choice in one file, to keep, to send, or to open here again.',
  group: 'experiment',
  extension: 'json',
  appliesTo: 'run',
  words: ['experiment'],
  make({ session, page }) {
    const { experiment } = session.store.getState();
    return textFile(jsonText(experimentRecord(experiment, page)), 'application/json');
  },
};
