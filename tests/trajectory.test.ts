// The recorded path against a naive model that forgets nothing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTrajectory } from '../src/trajectory.ts';
import type { Trajectory } from '../src/trajectory.ts';

/** What step `iteration` looked like: numbers that no other step has. */
const thetaAt = (iteration: number, size: number) =>
  Float64Array.from({ length: size }, (_, i) => Math.sin(iteration) + 1000 * i);
const lossAt = (iteration: number) => 1 / (1 + iteration);

function record(trajectory: Trajectory, iterations: readonly number[]) {
  const theta = new Float64Array(trajectory.size);
  for (const iteration of iterations) {
    // The same buffer every time, as in training: what is recorded must be a copy.
    theta.set(thetaAt(iteration, trajectory.size));
    trajectory.push(iteration, theta, lossAt(iteration));
  }
}

const recorded = ({ iterations, count }: Trajectory) => [...iterations.subarray(0, count)];

function expectFaithful(trajectory: Trajectory, pushed: readonly number[]) {
  const { count, stride, size } = trajectory;
  const kept = recorded(trajectory);
  expect(kept[0]).toBe(pushed[0]);
  expect(kept[count - 1]).toBe(pushed[pushed.length - 1]);
  expect(Math.log2(stride) % 1).toBe(0);
  // Between the ends lies exactly what was pushed on the stride, in order.
  const onStride = pushed.filter((iteration) => (iteration - pushed[0]) % stride === 0);
  const last = pushed[pushed.length - 1];
  expect(kept).toEqual(onStride.at(-1) === last ? onStride : [...onStride, last]);
  expect([...trajectory.losses.subarray(0, count)]).toEqual(kept.map(lossAt));
  const thetas = kept.flatMap((iteration) => [...thetaAt(iteration, size)]);
  expect([...trajectory.thetas.subarray(0, count * size)]).toEqual(thetas);
}

describe('against a naive model', () => {
  const sizes = fc.integer({ min: 1, max: 5 });
  const capacities = fc.integer({ min: 2, max: 40 });

  it('records every step up to its capacity, then ever sparser ones, whatever the length of the run', () => {
    fc.assert(
      fc.property(sizes, capacities, fc.integer({ min: 0, max: 400 }), (size, capacity, last) => {
        const trajectory = createTrajectory(size, capacity);
        const pushed = Array.from({ length: last + 1 }, (_, k) => k);
        record(trajectory, pushed);
        expectFaithful(trajectory, pushed);
        expect(trajectory.count).toBeLessThanOrEqual(capacity);
        // Thinned no more than needed: a stride half as long would not have fitted.
        if (trajectory.stride > 1) {
          expect(last / (trajectory.stride / 2) + 1).toBeGreaterThan(capacity);
        } else {
          expect(trajectory.count).toBe(last + 1);
        }
      }),
    );
  });

  it('takes runs that start late and steps that come with gaps', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 200 });
    fc.assert(
      fc.property(
        sizes,
        capacities,
        fc.integer({ min: 0, max: 50 }),
        gaps,
        (size, capacity, first, steps) => {
          const trajectory = createTrajectory(size, capacity);
          const pushed = [first];
          for (const gap of steps) pushed.push(pushed[pushed.length - 1] + gap);
          record(trajectory, pushed);
          expectFaithful(trajectory, pushed);
          expect(trajectory.count).toBeLessThanOrEqual(capacity);
        },
      ),
    );
  });

  it('changes nothing already recorded but its end, unless its revision grows', () => {
    fc.assert(
      fc.property(capacities, fc.integer({ min: 1, max: 300 }), (capacity, last) => {
        const trajectory = createTrajectory(1, capacity);
        record(trajectory, [0]);
        for (let iteration = 1; iteration <= last; iteration++) {
          const { revision } = trajectory;
          const before = recorded(trajectory);
          record(trajectory, [iteration]);
          if (trajectory.revision !== revision) {
            expect(trajectory.revision).toBeGreaterThan(revision);
            continue;
          }
          expect(recorded(trajectory).slice(0, before.length - 1)).toEqual(before.slice(0, -1));
          expect(trajectory.count).toBeGreaterThanOrEqual(before.length);
        }
      }),
      { numRuns: 50 },
    );
  });
});

it('knows the whole run wherever in it one stands', () => {
  const trajectory = createTrajectory(1, 8);
  record(
    trajectory,
    Array.from({ length: 20 }, (_, k) => k),
  );
  const all = () => {
    const { count, iterations, losses } = trajectory.whole;
    return { steps: [...iterations.subarray(0, count)], losses: [...losses.subarray(0, count)] };
  };
  const whole = all();
  expect(whole.steps).toEqual(recorded(trajectory));
  // Every fourth step is recorded, and the latest: step 18 takes its place in what is shown.
  for (const step of [18, 7, 0, 8]) {
    trajectory.show(step, thetaAt(step, 1), lossAt(step));
    expect(recorded(trajectory).at(-1)).toBe(step);
    expect(all()).toEqual(whole);
  }
});

it('stays bounded for long runs, and holds its default capacity of thousands of steps in full', () => {
  const trajectory = createTrajectory(3);
  record(
    trajectory,
    Array.from({ length: 4000 }, (_, k) => k),
  );
  expect(trajectory.count).toBe(4000);
  expect(trajectory.stride).toBe(1);
  record(
    trajectory,
    Array.from({ length: 100_000 }, (_, k) => 4000 + k),
  );
  expectFaithful(
    trajectory,
    Array.from({ length: 104_000 }, (_, k) => k),
  );
  expect(trajectory.count).toBeLessThanOrEqual(4096);
  expect(trajectory.count).toBeGreaterThan(2000);
  // Many parameters, fewer steps: about 8 MB in all.
  const wide = createTrajectory(3000);
  record(
    wide,
    Array.from({ length: 1000 }, (_, k) => k),
  );
  expect(wide.thetas.length).toBeLessThanOrEqual(2 ** 20);
  expect(wide.count).toBeGreaterThan(128);
});

it('keeps losses and parameters that are no longer finite, as the last ones of a run that diverged', () => {
  const trajectory = createTrajectory(1, 4);
  trajectory.push(0, Float64Array.of(1), 1);
  trajectory.push(1, Float64Array.of(-Infinity), NaN);
  expect(trajectory.count).toBe(2);
  expect(trajectory.losses[1]).toBeNaN();
  expect(trajectory.thetas[1]).toBe(-Infinity);
});

it('refuses steps out of order, and stays as it was', () => {
  const trajectory = createTrajectory(1, 8);
  record(trajectory, [0, 1, 5]);
  for (const iteration of [5, 4, -1, NaN]) {
    expect(() => trajectory.push(iteration, Float64Array.of(0), 0)).toThrow(
      new RangeError(
        `descending step: ${iteration} (after 5; steps are recorded in ascending order)`,
      ),
    );
  }
  expectFaithful(trajectory, [0, 1, 5]);
});
