import { describe, expect, it } from 'vitest';
import {
  createEvaluationObjective,
  createLanes,
  isScaleInvariant,
  parseExperiment,
  type Lane,
} from '../../src/index.ts';

const laneOf = (query: string) => {
  const [lane] = createLanes(parseExperiment(query).experiment);
  lane.step(2);
  return lane;
};
/** The largest relative change of the loss when both parameters are made longer. */
function changeAlongRay(
  lane: Lane,
  names: readonly string[],
  evaluate = lane.objective.evaluate,
): number {
  const loss = evaluate(lane.theta);
  const changes = [0.25, 0.5, 2, 10, 1000].map((factor) => {
    const theta = lane.theta.slice();
    for (const name of names) theta[lane.objective.names.indexOf(name)] *= factor;
    return Math.abs(evaluate(theta) / loss - 1);
  });
  return Math.max(...changes);
}
const first = ['W1[0][0]', 'W1[0][1]'] as const;

describe('the length of weights that batch norm sees', () => {
  it.each([
    ['net=3&lanes=standard+bn', first],
    ['net=3&lanes=raw+bn', ['W1[2][0]', 'W1[2][1]']],
    ['net=2-3&lanes=standard+bn', ['W2[1][1]', 'W2[1][0]']],
    ['net=3&act=linear&lanes=standard+bn-after', first],
    ['net=3&lanes=standard+bn&keepbias=1', first],
  ] as const)('does not matter: %s', (query, names) => {
    const lane = laneOf(`${query}&bneps=1e-12`);
    expect(isScaleInvariant(lane.objective, names)).toBe(true);
    expect(changeAlongRay(lane, names)).toBeLessThan(1e-6);
  });

  it.each([
    ['net=3&lanes=standard', first],
    ['net=3&lanes=standard+ln', first],
    ['net=3&lanes=standard+bn-after', first],
    ['net=3&lanes=standard+bn', ['W1[0][0]', 'W1[1][0]']],
    ['net=3&lanes=standard+bn', ['W1[0][1]', 'W1[1][0]']],
    ['net=3&lanes=standard+bn', ['W2[0][0]', 'W2[0][1]']],
    ['net=3-3&lanes=standard+bn', ['W2[0][0]', 'W2[0][1]']],
    ['lanes=standard+bn-input', first],
  ] as const)('matters: %s along %s', (query, names) => {
    const lane = laneOf(`${query}&bneps=1e-12`);
    expect(isScaleInvariant(lane.objective, names)).toBe(false);
    expect(changeAlongRay(lane, names)).toBeGreaterThan(1e-3);
  });

  it('matters where the statistics are frozen', () => {
    const lane = laneOf('net=3&lanes=standard+bn');
    const { evaluate } = createEvaluationObjective(lane.objective);
    expect(changeAlongRay(lane, first, evaluate)).toBeGreaterThan(1e-3);
  });
});
