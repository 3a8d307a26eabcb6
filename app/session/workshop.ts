// The heavy work as plain functions of messages: a worker is a doorway to it, the main thread can call it as well.
import {
  createLanes,
  curvature,
  planeMinimum,
  sampleSurface,
  type Curvature,
  type Experiment,
  type Lane,
  type Plane,
} from '../../src/index.ts';

export type WorkRequest =
  /** Everything after this speaks of this experiment. Its objective is rebuilt from its seed, not sent. */
  | { readonly kind: 'experiment'; readonly generation: number; readonly experiment: Experiment }
  | {
      readonly kind: 'surface';
      readonly generation: number;
      readonly lane: number;
      readonly plane: Plane;
      /** Points a side. */
      readonly grid: number;
      /** Where the search for the least loss in the plane begins. */
      readonly start: readonly [number, number];
    }
  | {
      readonly kind: 'curvature';
      readonly generation: number;
      readonly lane: number;
      readonly theta: Float64Array;
    };

export type WorkReply =
  | {
      readonly kind: 'surface';
      readonly generation: number;
      readonly lane: number;
      readonly plane: Plane;
      readonly grid: number;
      readonly heights: Float32Array;
      readonly min: number;
      readonly max: number;
      readonly minimum: readonly [number, number] | null;
      /** How long it took, in milliseconds. */
      readonly took: number;
    }
  | {
      readonly kind: 'curvature';
      readonly generation: number;
      readonly lane: number;
      readonly curvature: Curvature;
      readonly took: number;
    };

export interface Workshop {
  /** Does what is asked. Null for a request that has no answer, or belongs to an older experiment. */
  handle(request: WorkRequest): WorkReply | null;
}

/** @param clock milliseconds, from anywhere */
export function createWorkshop(clock: () => number): Workshop {
  let generation = -1;
  let lanes: readonly Lane[] = [];
  return {
    handle(request) {
      if (request.kind === 'experiment') {
        generation = request.generation;
        lanes = createLanes(request.experiment);
        return null;
      }
      const objective = lanes[request.lane]?.objective;
      if (request.generation !== generation || !objective) return null;
      const started = clock();
      if (request.kind === 'curvature') {
        const found = curvature(objective, request.theta);
        return {
          kind: 'curvature',
          generation,
          lane: request.lane,
          curvature: found,
          took: clock() - started,
        };
      }
      const { plane, grid, start } = request;
      const { heights, min, max } = sampleSurface(objective, plane, grid, grid);
      const minimum = planeMinimum(objective, plane, start[0], start[1]);
      const took = clock() - started;
      const { lane } = request;
      return { kind: 'surface', generation, lane, plane, grid, heights, min, max, minimum, took };
    },
  };
}
