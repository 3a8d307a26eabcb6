// The recorded runs once more, in a worker: posts what they leave.
import { createLanes, parseExperiment } from '../../../src/index.ts';
import { record, recordedQueries, recordedSteps, runOf } from '../../experiment/recorded-runs.ts';

const runs = recordedQueries.map((query) => {
  const lanes = createLanes(parseExperiment(query).experiment);
  for (const lane of lanes) lane.step(recordedSteps);
  return [query, lanes.map((lane) => record(runOf(lane)))] as const;
});
globalThis.postMessage(Object.fromEntries(runs));
