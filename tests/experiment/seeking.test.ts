// Seeking: whatever way a run was gone through, a step is what it would be for a run that had stopped there.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Lane } from '../../src/index.ts';
import { createCheckpoints } from '../../src/experiment/checkpoints.ts';
import { createTrajectory } from '../../src/trajectory.ts';
import { lanesOf } from './lanes-of.ts';

/** Everything that can be told of a lane, and what the next steps will depend on. */
const told = (lane: Lane) => ({
  iteration: lane.iteration,
  theta: [...lane.theta],
  gradient: [...lane.gradient],
  loss: lane.loss,
  rate: lane.currentRate,
  status: lane.status,
  stepsToTarget: lane.stepsToTarget,
  divergedAt: lane.divergedAt,
  running: [...lane.objective.running.mean, ...lane.objective.running.variance],
  lastStep: lane.lastStep && {
    iteration: lane.lastStep.iteration,
    theta: [...lane.lastStep.theta],
    gradient: [...lane.lastStep.gradient],
    memory: [...lane.lastStep.memory],
    lossBefore: lane.lastStep.lossBefore,
    failed: lane.lastStep.failed,
  },
  path: [...lane.trajectory.iterations.slice(0, lane.trajectory.count)],
  losses: [...lane.trajectory.losses.slice(0, lane.trajectory.count)],
});

const options = {
  opt: ['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam', 'adamw'],
  batch: ['full', '7'],
  precision: ['float64', 'float32', 'float16'],
  lanes: ['raw', 'standard', 'standard%2Bbn', 'standard%2Bln', 'raw%2Bbn-after', 'raw%2Bbn-input'],
  schedule: ['constant', 'cosine&period=60', 'step&every=9'],
  noise: ['0', '0.5'],
};

describe('seeking', () => {
  const queries = fc
    .record({
      opt: fc.constantFrom(...options.opt),
      batch: fc.constantFrom(...options.batch),
      precision: fc.constantFrom(...options.precision),
      lanes: fc.constantFrom(...options.lanes),
      schedule: fc.constantFrom(...options.schedule),
      noise: fc.constantFrom(...options.noise),
    })
    .map(
      ({ opt, batch, precision, lanes, schedule, noise }) =>
        `data=two-scales-curved&count=24&net=3&lr=0.05&opt=${opt}&batch=${batch}&precision=${precision}` +
        `&lanes=${lanes}&schedule=${schedule}&bnnoise=${noise}`,
    );

  test('comes to the very run that would have stopped there, and goes on like it', () => {
    fc.assert(
      fc.property(
        queries,
        fc.array(fc.integer({ min: 0, max: 150 }), { minLength: 1, maxLength: 6 }),
        fc.nat({ max: 20 }),
        (query, targets, more) => {
          const [lane] = lanesOf(query);
          for (const target of targets) {
            const [fresh] = lanesOf(query);
            fresh.step(target);
            lane.seek(target);
            expect(told(lane)).toEqual(told(fresh));
          }
          const [fresh] = lanesOf(query);
          const end = targets[targets.length - 1] + more;
          fresh.step(end);
          lane.step(more);
          expect(told(lane)).toEqual(told(fresh));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('works around the step at which a run diverges', () => {
    const query = 'lanes=raw&data=two-scales&x1=0:100&lr=0.1&count=20';
    const [lane] = lanesOf(query);
    lane.step(1000);
    const end = lane.divergedAt ?? 0;
    expect(lane.status).toBe('diverged');
    expect(end).toBeGreaterThan(20);
    for (const target of [end - 1, end, 3, end + 50, end - 2, end - 1, 0, end]) {
      const [fresh] = lanesOf(query);
      fresh.step(target);
      lane.seek(target);
      expect(told(lane)).toEqual(told(fresh));
    }
  });

  test('replays a small part of a long run, and next to nothing for one step back', () => {
    const [lane] = lanesOf('lanes=standard%2Bbn&net=2&count=12&batch=5');
    lane.step(6000);
    for (const target of [5999, 17, 3000, 4100]) {
      expect(target - lane.nearest(target)).toBeLessThanOrEqual(6000 / 32);
      lane.seek(target);
    }
    let replayed = 0;
    for (let target = 4099; target > 4000; target--) {
      replayed += target - lane.nearest(target);
      lane.seek(target);
    }
    // Halving the way again and again costs its logarithm.
    expect(replayed).toBeLessThan(100 * 10);
  });

  test('the latest state before a step is the one to go on from', () => {
    const checkpoints = createCheckpoints<string>();
    expect(checkpoints.before(10)).toBeNull();
    checkpoints.keep(0, 'start');
    checkpoints.keep(8, 'later');
    checkpoints.keepNear(9, 'near');
    expect(checkpoints.before(7)).toEqual({ iteration: 0, state: 'start' });
    expect(checkpoints.before(10)).toEqual({ iteration: 9, state: 'near' });
    checkpoints.forgetNear(9);
    expect(checkpoints.before(10)).toEqual({ iteration: 8, state: 'later' });
  });

  test('no more states are held than fit, the first among them', () => {
    const checkpoints = createCheckpoints<number>();
    let held = 0;
    for (let step = 0; step <= 100_000; step++) {
      if (!checkpoints.wants(step)) continue;
      checkpoints.keep(step, step);
    }
    for (let step = 0; step <= 100_000; step++) {
      if (checkpoints.before(step)?.iteration === step) held++;
    }
    expect(held).toBeLessThanOrEqual(64);
    expect(held).toBeGreaterThan(32);
    expect(checkpoints.before(5)).toEqual({ iteration: 0, state: 0 });
  });
});

describe('a trajectory that is looked at from an earlier step', () => {
  test('shows what a run of its stride would have recorded by then, and loses nothing beyond', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 8 }),
        fc.integer({ min: 0, max: 40 }),
        (length, targets, more) => {
          const capacity = 16;
          const trajectory = createTrajectory(1, capacity);
          const push = (step: number) => trajectory.push(step, Float64Array.of(step / 2), -step);
          for (let step = 0; step <= length; step++) push(step);
          let now = length;
          for (const wanted of targets) {
            now = Math.min(wanted, length);
            trajectory.show(now, Float64Array.of(now / 2), -now);
            const seen = [...trajectory.iterations.slice(0, trajectory.count)];
            const { stride } = trajectory;
            const expected = Array.from({ length: now + 1 }, (_, step) => step);
            expect(seen).toEqual(expected.filter((step) => step % stride === 0 || step === now));
          }
          for (let step = now + 1; step <= length + more; step++) push(step);
          const fresh = createTrajectory(1, capacity);
          for (let step = 0; step <= length + more; step++) {
            fresh.push(step, Float64Array.of(step / 2), -step);
          }
          const contents = ({ iterations, losses, thetas, count, stride }: typeof fresh) => ({
            iterations: [...iterations.slice(0, count)],
            losses: [...losses.slice(0, count)],
            thetas: [...thetas.slice(0, count)],
            stride,
          });
          if (now + more > length || now === length) {
            expect(contents(trajectory)).toEqual(contents(fresh));
          }
        },
      ),
    );
  });
});
