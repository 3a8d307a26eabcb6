// The run with everything it came from, for other programs.
import { experimentRecord } from './experiment-record.ts';
import { textFile, type Export } from './export.ts';
import { jsonText } from './json-text.ts';

export const runJson: Export = {
  id: 'run-json',
  label: 'Run as JSON',
  blurb: 'The experiment, and step, loss and parameters of every lane.',
  group: 'numbers',
  extension: 'json',
  appliesTo: 'run',
  words: ['run'],
  make({ session, views, page }) {
    const { experiment } = session.store.getState();
    const lanes = views.map(({ id, label, lane }) => {
      const { count, size, iterations, losses, thetas } = lane.trajectory;
      return {
        id,
        label,
        status: lane.status,
        stepsToTarget: lane.stepsToTarget,
        targetLoss: lane.targetLoss,
        parameters: lane.objective.names,
        steps: [...iterations.subarray(0, count)],
        losses: [...losses.subarray(0, count)],
        thetas: Array.from({ length: count }, (_, k) => [
          ...thetas.subarray(k * size, (k + 1) * size),
        ]),
      };
    });
    return textFile(jsonText({ ...experimentRecord(experiment, page), lanes }), 'application/json');
  },
};
