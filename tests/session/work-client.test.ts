import { describe, expect, it, vi } from 'vitest';
import { createWorkClient } from '../../app/session/work-client.ts';
import { createWorkshop, type WorkReply, type WorkRequest } from '../../app/session/workshop.ts';
import {
  createLanes,
  defaultExperiment,
  parseExperiment,
  project,
  unproject,
  weightPlane,
} from '../../src/index.ts';

const experiment = defaultExperiment();
const usualNames = ['W1[0][0]', 'W1[0][1]'] as const;
const begin = (generation: number) => ({ kind: 'experiment', generation, experiment }) as const;
const surfaceTask = (generation: number, lane = 0, grid = 5) => {
  const { objective, theta } = createLanes(experiment)[lane];
  const plane = weightPlane(objective, theta, usualNames, [-2, 2, -2, 2]);
  return { kind: 'surface', generation, lane, plane, grid, start: [0, 0], iteration: 0 } as const;
};

/** A worker in this thread, that answers when it is told to. */
class FakeWorker {
  onmessage: ((event: { data: WorkReply | null }) => void) | null = null;
  onerror: ((event: { preventDefault(): void }) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  readonly inbox: WorkRequest[] = [];
  terminated = false;
  readonly #workshop = createWorkshop(() => 0);
  postMessage(request: WorkRequest) {
    if (request.kind === 'experiment') this.#workshop.handle(request);
    else this.inbox.push(request);
  }
  answer() {
    const request = this.inbox.shift();
    if (request) this.onmessage?.({ data: this.#workshop.handle(request) });
  }
  terminate() {
    this.terminated = true;
  }
}

const withFake = () => {
  const worker = new FakeWorker();
  const replies: WorkReply[] = [];
  const client = createWorkClient(
    (reply) => replies.push(reply),
    () => worker as unknown as Worker,
  );
  return { worker, replies, client };
};

describe('the client of the worker', () => {
  it('keeps one request in flight, and of the waiting ones the latest of each lane', () => {
    const { worker, replies, client } = withFake();
    client.begin(begin(1));
    client.ask(surfaceTask(1, 0, 5));
    client.ask(surfaceTask(1, 0, 7));
    client.ask(surfaceTask(1, 0, 9));
    client.ask(surfaceTask(1, 1, 3));
    expect(worker.inbox).toHaveLength(1);
    for (let k = 0; k < 5; k++) worker.answer();
    expect(replies.map((reply) => reply.kind === 'surface' && [reply.lane, reply.grid])).toEqual([
      [0, 5],
      [0, 9],
      [1, 3],
    ]);
    expect(client.busy(0, 'surface')).toBe(false);
  });

  it('drops answers to an older experiment', () => {
    const { worker, replies, client } = withFake();
    client.begin(begin(1));
    client.ask(surfaceTask(1));
    client.begin(begin(2));
    client.ask(surfaceTask(2));
    worker.answer();
    worker.answer();
    expect(replies.map((reply) => reply.generation)).toEqual([2]);
  });

  it('goes on in this thread when the worker fails, with the same numbers', async () => {
    const { worker, replies, client } = withFake();
    client.begin(begin(1));
    client.ask(surfaceTask(1));
    expect(client.threaded).toBe(true);
    worker.onerror?.({ preventDefault: () => undefined });
    expect(worker.terminated).toBe(true);
    expect(client.threaded).toBe(false);
    await vi.waitFor(() => expect(replies).toHaveLength(1));
    const workshop = createWorkshop(() => 0);
    workshop.handle(begin(1));
    const direct = workshop.handle(surfaceTask(1));
    expect(replies[0]?.kind === 'surface' && [...replies[0].heights]).toEqual(
      direct?.kind === 'surface' && [...direct.heights],
    );
  });

  it('works where no worker can be made at all', async () => {
    const replies: WorkReply[] = [];
    const client = createWorkClient(
      (reply) => replies.push(reply),
      () => {
        throw new DOMException('refused', 'SecurityError');
      },
    );
    client.begin(begin(1));
    client.ask({
      kind: 'curvature',
      generation: 1,
      lane: 1,
      theta: createLanes(experiment)[1].theta,
      whole: true,
      iteration: 0,
    });
    await vi.waitFor(() => expect(replies).toHaveLength(1));
    expect(replies[0]?.kind === 'curvature' && replies[0].curvature.eigenvalues).toHaveLength(3);
  });

  it('is silent once disposed', async () => {
    const { worker, replies, client } = withFake();
    client.begin(begin(1));
    client.ask(surfaceTask(1));
    client.dispose();
    worker.answer();
    expect(worker.terminated).toBe(true);
    expect(replies).toHaveLength(0);
  });
});

describe('the workshop', () => {
  it('gives the least loss of a plane only where no grid point lies lower', () => {
    const arena = parseExperiment(
      'data=two-scales-curved&noise=0&net=4&lanes=standard,standard%2Bbn&lr=0.3',
    ).experiment;
    const workshop = createWorkshop(() => 0);
    workshop.handle({ kind: 'experiment', generation: 1, experiment: arena });
    const lanes = createLanes(arena);
    let found = 0;
    for (const steps of [0, 20, 60]) {
      lanes.forEach((lane, index) => {
        lane.seek(steps);
        const plane = weightPlane(lane.objective, lane.theta, usualNames, [-2, 1, -1, 2]);
        const [start, ...starts] = [project(plane, lane.theta), [0.1, 0.1], [-1, 1], [0.5, -0.5]];
        for (const from of [start, ...starts] as [number, number][]) {
          const reply = workshop.handle({
            ...{ kind: 'surface', generation: 1, lane: index, plane, grid: 17 },
            ...{ start: from, iteration: steps },
          });
          if (reply?.kind !== 'surface' || !reply.minimum) continue;
          found++;
          const [a, b] = reply.minimum;
          const theta = unproject(plane, a, b, new Float64Array(lane.objective.size));
          expect(lane.objective.evaluate(theta)).toBeLessThanOrEqual(reply.min * (1 + 1e-5));
        }
      });
    }
    expect(found).toBeGreaterThan(0);
  });
});
