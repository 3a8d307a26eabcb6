import { describe, expect, it } from 'vitest';
import { createPlanePath } from '../../app/session/plane-path.ts';
import { createTrajectory, weightPlane } from '../../src/index.ts';

const objective = { size: 3, names: ['a', 'b', 'c'] };
const plane = weightPlane(objective, new Float64Array(3), ['c', 'a'], [-1, 1, -1, 1]);
const record = (trajectory: ReturnType<typeof createTrajectory>, from: number, to: number) => {
  for (let k = from; k < to; k++) trajectory.push(k, Float64Array.of(k, 10 * k, -k), 1 / (k + 1));
};
const expectSame = (
  path: ReturnType<typeof createPlanePath>,
  trajectory: ReturnType<typeof createTrajectory>,
) => {
  expect(path.count).toBe(trajectory.count);
  for (let k = 0; k < path.count; k++) {
    const step = trajectory.iterations[k];
    expect([...path.points.subarray(3 * k, 3 * k + 3)]).toEqual([
      0 - step,
      step,
      trajectory.losses[k],
    ]);
  }
};

describe('the path in slice coordinates', () => {
  it('follows the trajectory entry by entry without building anew', () => {
    const trajectory = createTrajectory(3);
    const path = createPlanePath();
    record(trajectory, 0, 5);
    path.update(trajectory, plane);
    const { revision } = path;
    expectSame(path, trajectory);
    record(trajectory, 5, 900);
    path.update(trajectory, plane);
    expectSame(path, trajectory);
    expect(path.revision).toBe(revision);
  });

  it('tells when points already there have changed: thinning, a replaced latest entry, a cleared run', () => {
    const trajectory = createTrajectory(3, 8);
    const path = createPlanePath();
    let from = 0;
    for (const to of [6, 9, 10, 11, 12, 40, 41, 42, 43, 44]) {
      const before = path.points.slice(0, 3 * path.count);
      const { revision } = path;
      record(trajectory, from, to);
      from = to;
      path.update(trajectory, plane);
      expectSame(path, trajectory);
      const kept = path.points.slice(0, before.length);
      const unchanged = path.count * 3 >= before.length && kept.every((x, k) => x === before[k]);
      if (!unchanged) expect(path.revision).toBeGreaterThan(revision);
    }
    trajectory.show(8, Float64Array.of(1, 2, 3), 1);
    const { revision } = path;
    path.update(trajectory, plane);
    expectSame(path, trajectory);
    expect(path.revision).toBeGreaterThan(revision);
  });
});
