import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWorkClient, withoutWorkers, workerCount } from '../../app/session/work-client.ts';
import type { SurfaceReply, SurfaceTask, WorkReply } from '../../app/session/work-messages.ts';
import { longestSilence } from '../../app/session/work-pool.ts';
import { createWorkshop } from '../../app/session/workshop.ts';
import {
  createLanes,
  parseExperiment,
  project,
  sampleSurface,
  unproject,
  weightPlane,
} from '../../src/index.ts';
import { createFakeWorker, type FakeWorker } from './fake-worker.ts';

const { experiment } = parseExperiment('data=two-scales-curved&net=4&lanes=raw,standard&count=64');
const usualNames = ['W1[0][0]', 'W1[0][1]'] as const;
const lanes = createLanes(experiment);
const begin = (generation: number) => ({ kind: 'experiment', generation, experiment }) as const;

/** Of such a cost every row is a tile of its own, and every tile a band as long as nothing is measured. */
const rowByRow = 1;
const surfaceTask = (generation: number, lane = 0, grid = 5): SurfaceTask => {
  const { objective, theta } = lanes[lane];
  const plane = weightPlane(objective, theta, usualNames, [-2, 2, -2, 2]);
  const where = { plane, grid, start: [0, 0], iteration: 0, ordinaryCost: rowByRow } as const;
  return { kind: 'surface', generation, lane, ...where };
};
const curvatureTask = (generation: number, lane = 0) =>
  ({
    kind: 'curvature',
    generation,
    lane,
    theta: lanes[lane].theta,
    whole: true,
    iteration: 0,
  }) as const;

const clients: { dispose(): void }[] = [];
const withFakes = (count = 1) => {
  const workers: FakeWorker[] = [];
  const replies: WorkReply[] = [];
  const notes: string[] = [];
  const client = createWorkClient({
    onReply: (reply) => replies.push(reply),
    onNote: (note) => notes.push(note),
    createWorker() {
      const worker = createFakeWorker();
      workers.push(worker);
      return worker;
    },
    count,
  });
  clients.push(client);
  client.begin(begin(1));
  /** Answers everything, in turns, until nobody has anything left to do. */
  const work = () => {
    while (workers.map((worker) => worker.answer()).includes(true));
  };
  const surfaces = () => replies.filter((reply) => reply.kind === 'surface');
  return { workers, replies, notes, client, work, surfaces };
};

/** The same surface by the same code in this thread. */
const hereAndNow = async (task: SurfaceTask): Promise<SurfaceReply> => {
  const replies: WorkReply[] = [];
  const client = createWorkClient({
    onReply: (reply) => replies.push(reply),
    createWorker() {
      throw new Error('no workers');
    },
  });
  client.begin(begin(task.generation));
  client.ask(task);
  await vi.advanceTimersByTimeAsync(1000);
  client.dispose();
  const [reply] = replies;
  if (reply?.kind !== 'surface') throw new Error('missing surface');
  return reply;
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
  vi.useRealTimers();
});

describe('the client of the workers', () => {
  it('gives a worker two pieces at once, and of waiting tasks the latest of each lane wins', () => {
    const { workers, client, work, surfaces } = withFakes();
    client.ask(surfaceTask(1, 1, 9));
    for (const grid of [5, 7, 9]) client.ask(surfaceTask(1, 0, grid));
    expect(workers[0].inbox).toHaveLength(2);
    work();
    expect(surfaces().map(({ lane, grid }) => [lane, grid])).toEqual([
      [1, 9],
      [0, 9],
    ]);
    expect(client.busy(0, 'surface')).toBe(false);
  });

  it('gives up a surface between two bands when a newer one of the lane is wanted', () => {
    const { workers, client, work, surfaces } = withFakes();
    client.ask(surfaceTask(1, 0, 33));
    workers[0].answer();
    client.ask(surfaceTask(1, 0, 5));
    // What the worker already has is all that it still does for the old one.
    const kinds = () => workers[0].inbox.map(({ piece }) => piece.kind === 'band' && piece.columns);
    expect(kinds()).toEqual([33, 33]);
    workers[0].answer();
    workers[0].answer();
    // Its bands, and then the search for its least loss.
    expect(kinds()).toEqual([5, 5, false]);
    work();
    expect(surfaces().map(({ grid }) => grid)).toEqual([5]);
  });

  it('gives a worker more at once of what is soon done, so that it need not wait for the page', () => {
    const { workers, client } = withFakes(2);
    const inLine = (ordinaryCost: number) => {
      client.begin(begin(1));
      const before = workers.map(({ inbox }) => inbox.length);
      client.ask({ ...surfaceTask(1, 0, 33), ordinaryCost });
      const fresh = workers.map(({ inbox }, k) => inbox.slice(before[k]));
      const points = fresh.map((line) =>
        line.reduce((sum, { piece }) => sum + ('points' in piece ? piece.points : 0), 0),
      );
      while (workers.map((worker) => worker.answer()).includes(true));
      return { lengths: fresh.map(({ length }) => length), points };
    };
    // A row of 33 points takes twice 33 ms, a machine not yet measured being slow.
    expect(inLine(1).lengths).toEqual([2, 2]);
    // 4 ms a band, of three rows; 10 ms are in line with the third.
    expect(inLine(0.02)).toEqual({ lengths: [3, 3], points: [297, 297] });
  });

  it('shares one surface among workers, whose answers may come in any order', async () => {
    const task = surfaceTask(1, 0, 17);
    const { workers, client, surfaces } = withFakes(2);
    client.ask(task);
    expect(workers.map(({ inbox }) => inbox.length)).toEqual([2, 2]);
    // The second piece of the second worker first, then whatever there is from the end.
    workers[1].answer(1);
    for (let k = 0; k < 100; k++) {
      const worker = workers[k % 2];
      worker.answer(worker.inbox.length - 1);
    }
    expect(surfaces()).toHaveLength(1);
    const expected = await hereAndNow(task);
    const [reply] = surfaces();
    expect([...reply.heights]).toEqual([...expected.heights]);
    expect([reply.min, reply.max, reply.minimum, reply.floor]).toEqual([
      ...[expected.min, expected.max, expected.minimum, expected.floor],
    ]);
    const whole = sampleSurface(lanes[0].objective, task.plane, 17, 17, undefined, 'float64');
    reply.heights.forEach((height, k) =>
      expect(Math.abs(height / whole.heights[k] - 1)).toBeLessThan(5e-6),
    );
  });

  it('computes only the points that a coarser grid lacks', async () => {
    const { client, work, surfaces } = withFakes(2);
    const task = surfaceTask(1, 0, 9);
    client.ask(task);
    work();
    client.ask({ ...task, grid: 17, coarser: surfaces()[0] });
    work();
    const [coarse, fine] = surfaces();
    expect(fine.points).toBe(17 * 17 - 9 * 9);
    expect(fine.minimum).toEqual(coarse.minimum);
    const direct = await hereAndNow({ ...task, grid: 17 });
    fine.heights.forEach((height, k) =>
      expect(Math.abs(height / direct.heights[k] - 1)).toBeLessThan(5e-6),
    );
    const known = (k: number) => fine.heights[2 * Math.floor(k / 9) * 17 + 2 * (k % 9)];
    coarse.heights.forEach((height, k) => expect(known(k)).toBe(height));
  });

  it('lets a refinement wait for everything else, and everything else for nobody', () => {
    const { client, work, replies, surfaces } = withFakes();
    client.ask(surfaceTask(1, 0, 9));
    work();
    client.ask({ ...surfaceTask(1, 0, 17), coarser: surfaces()[0] });
    client.ask(surfaceTask(1, 1, 9));
    client.ask(curvatureTask(1, 1));
    work();
    expect(replies.map(({ kind, lane }) => `${kind} ${lane}`).slice(1)).toEqual([
      'surface 1',
      'curvature 1',
      'surface 0',
    ]);
  });

  it('puts nothing in line behind what may take long', () => {
    const { workers, client } = withFakes(2);
    client.ask(curvatureTask(1));
    client.ask(surfaceTask(1, 0, 33));
    expect(workers.map(({ inbox }) => inbox.map(({ piece }) => piece.kind))).toEqual([
      ['curvature'],
      ['band', 'band'],
    ]);
  });

  it('drops answers to an older experiment', () => {
    const { work, replies, client } = withFakes();
    client.ask(surfaceTask(1));
    client.begin(begin(2));
    client.ask(surfaceTask(2));
    work();
    expect(replies.map((reply) => reply.generation)).toEqual([2]);
  });

  it('is silent once disposed', () => {
    const { workers, replies, client } = withFakes(2);
    client.ask(surfaceTask(1));
    client.dispose();
    for (const worker of workers) {
      worker.answer();
      expect(worker.terminated).toBe(true);
    }
    expect(replies).toHaveLength(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('has no timer while there is nothing to do', () => {
    const { client, work } = withFakes(2);
    client.ask(surfaceTask(1));
    expect(vi.getTimerCount()).toBe(1);
    work();
    vi.advanceTimersByTime(10_000);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a worker that falls silent', () => {
  it('is replaced, and its work is done again', async () => {
    const { workers, client, work, surfaces, notes } = withFakes(2);
    const task = surfaceTask(1, 0, 9);
    client.ask(task);
    workers[0].answer();
    // The first worker is never heard of again; the second one does what it can get.
    for (let k = 0; k < 7; k++) {
      vi.advanceTimersByTime(longestSilence / 5);
      workers[1].answer();
    }
    expect(workers[0].terminated).toBe(true);
    expect(workers).toHaveLength(3);
    work();
    expect([...surfaces()[0].heights]).toEqual([...(await hereAndNow(task)).heights]);
    expect(client.workers).toBe(2);
    expect(notes).toEqual([]);
  });

  it('is not taken for dead while it says that it is at work, or has nothing to do', () => {
    const { workers, client, replies } = withFakes(2);
    client.ask(curvatureTask(1));
    for (let k = 0; k < 30; k++) {
      vi.advanceTimersByTime(longestSilence / 3);
      workers[0].beat();
    }
    expect(workers).toHaveLength(2);
    workers[0].answer();
    expect(replies).toHaveLength(1);
  });

  it('is not taken for dead after a sleep of the whole machine', () => {
    const { workers, client, work, surfaces } = withFakes();
    client.ask(surfaceTask(1, 0, 9));
    vi.advanceTimersByTime(900);
    // The lid is closed: the clock goes on, and nothing else does.
    const slept = performance.now() + 3_600_000;
    vi.spyOn(performance, 'now').mockImplementation(() => slept);
    vi.advanceTimersByTime(100);
    vi.mocked(performance.now).mockRestore();
    expect(workers).toHaveLength(1);
    work();
    expect(surfaces()).toHaveLength(1);
  });

  it('is followed by the main thread after two failures, with the same numbers', async () => {
    const { workers, client, surfaces, notes } = withFakes(2);
    const task = surfaceTask(1, 0, 9);
    client.ask(task);
    workers[0].fail();
    expect(notes).toEqual([]);
    workers[2].fail();
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, true, true]);
    expect(client.workers).toBe(0);
    expect(notes).toEqual([withoutWorkers]);
    await vi.advanceTimersByTimeAsync(1000);
    expect([...surfaces()[0].heights]).toEqual([...(await hereAndNow(task)).heights]);
  });
});

describe('without any worker', () => {
  it('works in turns, so that the page can breathe in between, and says so', async () => {
    const replies: WorkReply[] = [];
    const notes: string[] = [];
    const client = createWorkClient({
      onReply: (reply) => replies.push(reply),
      onNote: (note) => notes.push(note),
      createWorker() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
    clients.push(client);
    client.begin(begin(1));
    client.begin(begin(2));
    expect(notes).toEqual([withoutWorkers]);
    client.ask(surfaceTask(2, 0, 33));
    client.ask(curvatureTask(2, 1));
    let turns = 0;
    for (; replies.length < 2; turns++) await vi.advanceTimersToNextTimerAsync();
    expect(turns).toBeGreaterThan(2);
    expect(replies.map(({ kind }) => kind)).toEqual(['surface', 'curvature']);
    expect(vi.getTimerCount()).toBe(0);
  });
});

it('there are as many workers as can be fed', () => {
  expect([1, 2, 4, 8, 64].map((cores) => workerCount(cores))).toEqual([1, 2, 2, 3, 3]);
});

describe('the least loss of a plane', () => {
  it('is given only where no grid point lies lower', () => {
    const arena = parseExperiment('data=two-scales-curved&net=8&lanes=raw,standard').experiment;
    const { client, work, surfaces } = withFakes();
    client.begin({ kind: 'experiment', generation: 2, experiment: arena });
    const outcomes = { found: 0, refused: 0 };
    createLanes(arena).forEach((lane, index) => {
      lane.seek(20);
      const plane = weightPlane(lane.objective, lane.theta, usualNames, [-6, 6, -6, 6]);
      const first = project(plane, lane.theta);
      // The last of these leads into a dip that is not the lowest.
      for (const start of [first, [-1, 1], [0.1, 0.1]] as [number, number][]) {
        const where = { plane, grid: 17, start, iteration: 20, ordinaryCost: 1e-3 };
        client.ask({ kind: 'surface', generation: 2, lane: index, ...where });
        work();
        const { minimum, lowest, min, floor } = surfaces().at(-1) as SurfaceReply;
        if (lowest && lowest.loss > min * (1 + 1e-6)) {
          outcomes.refused++;
          expect([minimum, floor]).toEqual([null, Infinity]);
        }
        if (!minimum) continue;
        outcomes.found++;
        const theta = new Float64Array(lane.objective.size);
        unproject(plane, minimum[0], minimum[1], theta);
        expect(lane.objective.evaluate(theta)).toBe(lowest?.loss);
      }
    });
    expect(outcomes.found).toBeGreaterThan(0);
    expect(outcomes.refused).toBeGreaterThan(0);
  });

  it('may come with the finer surface that follows one which was wanted sooner', () => {
    const { client, work, surfaces } = withFakes();
    const task = surfaceTask(1);
    client.ask({ ...task, searches: false });
    work();
    const early = surfaces().at(-1) as SurfaceReply;
    expect([early.searched, early.lowest, early.minimum]).toEqual([false, null, null]);
    client.ask({ ...task, grid: 9, coarser: early });
    work();
    const late = surfaces().at(-1) as SurfaceReply;
    expect(late.searched).toBe(true);
    client.ask({ ...task, grid: 9 });
    work();
    expect((surfaces().at(-1) as SurfaceReply).lowest).toEqual(late.lowest);
    expect(late.lowest).not.toBeNull();
  });

  it('is not looked for in work of another experiment', () => {
    const workshop = createWorkshop(() => 0);
    workshop.begin(begin(1));
    expect(workshop.handle(curvatureTask(2))).toBeNull();
  });
});
