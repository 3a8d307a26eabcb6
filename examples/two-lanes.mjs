// Two lanes of one experiment, trained without a page: raw inputs beside standardized ones.
// `node examples/two-lanes.mjs`, where `npm install normscape` was run, or `npm run pack:build` in the project itself.
import { createLanes, curvature, parseExperiment } from 'normscape';

// The same words as in a link to the page. What cannot be read is replaced, and a notice says so.
const { experiment, notices } = parseExperiment('data=two-scales&lanes=raw,standard&lr=0.5');
for (const notice of notices) console.warn(notice);

for (const lane of createLanes(experiment)) {
  lane.step(1000);
  const { conditionNumber, maximumStableRate } = curvature(lane.objective, lane.theta);
  console.log(`${lane.label}, ${lane.iteration} steps`);
  console.log(`  loss ${lane.loss.toFixed(6)}`);
  console.log(`  reached ${lane.targetLoss} at step ${lane.stepsToTarget ?? 'none'}`);
  console.log(`  condition number ${conditionNumber.toPrecision(6)}`);
  console.log(`  stable up to learning rate ${maximumStableRate.toPrecision(6)}`);
}
