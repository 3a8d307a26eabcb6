// The heavy work as plain functions of messages: a worker is a doorway to it, the main thread can call it as well.
import {
  createLanes,
  curvature,
  drawnLoss,
  planeMinimum,
  sampleSurface,
  sharpness,
  sliceContext,
  slices,
  unproject,
  type Curvature,
  type DrawnLoss,
  type Experiment,
  type Lane,
  type Objective,
  type Plane,
  type SliceChoice,
  type SliceFrame,
  type SliceLane,
  type Statistics,
} from '../../src/index.ts';

export type WorkRequest =
  /** Everything after this speaks of this experiment. Its objective is rebuilt from its seed, not sent. */
  | { readonly kind: 'experiment'; readonly generation: number; readonly experiment: Experiment }
  | {
      readonly kind: 'surface';
      readonly generation: number;
      readonly lane: number;
      readonly plane: Plane;
      /** What batch norm normalizes with, where the experiment wants running statistics: nothing is trained here. */
      readonly statistics?: Statistics | null;
      /** Points a side. */
      readonly grid: number;
      /** Where the search for the least loss in the plane begins. */
      readonly start: readonly [number, number];
      /** The step whose parameters the plane goes through. */
      readonly iteration: number;
    }
  | {
      readonly kind: 'curvature';
      readonly generation: number;
      readonly lane: number;
      readonly theta: Float64Array;
      /** All eigenvalues, or the largest alone. */
      readonly whole: boolean;
      /** The step whose parameters these are. */
      readonly iteration: number;
    }
  | {
      /** The directions of a slice that follows the run. */
      readonly kind: 'frame';
      readonly generation: number;
      readonly lane: number;
      readonly lanes: readonly SliceLane[];
      readonly centre: Float64Array;
      readonly statistics?: Statistics | null;
      readonly iteration: number;
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
      /** The loss there, if it lies in the window: grid points may miss it. Infinity otherwise. */
      readonly floor: number;
      readonly iteration: number;
      /** How long it took, in milliseconds. */
      readonly took: number;
    }
  | {
      readonly kind: 'curvature';
      readonly generation: number;
      readonly lane: number;
      readonly curvature: Curvature;
      readonly iteration: number;
      readonly took: number;
    }
  | {
      readonly kind: 'frame';
      readonly generation: number;
      readonly lane: number;
      readonly frame: SliceFrame;
      readonly iteration: number;
      readonly took: number;
    };

export interface Workshop {
  /** Does what is asked. Null for a request that has no answer, or belongs to an older experiment. */
  handle(request: WorkRequest): WorkReply | null;
}

/** A point of the plane and the loss there. */
interface Lowest {
  readonly point: readonly [number, number];
  readonly loss: number;
}

/**
 * The least loss of the plane, where Newton's method finds it from `start`. A lower grid point shows it to be only a
 * dip among others: then null, as the picture must not call it the least.
 */
function lowestOf(
  objective: Objective,
  plane: Plane,
  start: readonly [number, number],
  leastOfGrid: number,
): Lowest | null {
  const point = planeMinimum(objective, plane, start[0], start[1]);
  if (!point) return null;
  const theta = unproject(plane, point[0], point[1], new Float64Array(objective.size));
  const loss = objective.evaluate(theta);
  return loss <= leastOfGrid * (1 + 1e-6) ? { point, loss } : null;
}

const holds = ([left, right, bottom, top]: Plane['extent'], [a, b]: Lowest['point']) =>
  a >= left && a <= right && b >= bottom && b <= top;

/** Where there are too many parameters for the whole spectrum: its upper end, and no condition number. */
function sharpnessAlone(objective: Objective, theta: Float64Array): Curvature {
  const { value } = sharpness(objective, theta);
  return {
    eigenvalues: Float64Array.of(value),
    conditionNumber: NaN,
    sharpness: value,
    maximumStableRate: value <= 0 ? Infinity : 2 / value,
    negative: 0,
    flat: 0,
  };
}

/** @param clock milliseconds, from anywhere */
export function createWorkshop(clock: () => number): Workshop {
  let generation = -1;
  let lanes: readonly Lane[] = [];
  let slice: SliceChoice | null = null;
  let drawn: readonly DrawnLoss[] = [];
  return {
    handle(request) {
      if (request.kind === 'experiment') {
        generation = request.generation;
        lanes = createLanes(request.experiment);
        drawn = lanes.map((lane) => drawnLoss(lane, request.experiment));
        slice = request.experiment.slice;
        return null;
      }
      const lane = lanes[request.lane];
      const picture = drawn[request.lane];
      if (request.generation !== generation || !lane || !picture) return null;
      const started = clock();
      if (request.kind === 'curvature') {
        const { iteration, whole } = request;
        const found = whole
          ? curvature(lane.objective, request.theta)
          : sharpnessAlone(lane.objective, request.theta);
        return {
          kind: 'curvature',
          generation,
          lane: request.lane,
          curvature: found,
          iteration,
          took: clock() - started,
        };
      }
      const { objective } = picture;
      if (request.statistics) picture.hold(request.statistics);
      const { lane: index, iteration } = request;
      if (request.kind === 'frame') {
        if (!slice) return null;
        const context = sliceContext(slice, request.lanes, index, objective, request.centre);
        const frame = slices.get(slice.kind).frame(context);
        const took = clock() - started;
        return { kind: 'frame', generation, lane: index, iteration, frame, took };
      }
      const { plane, grid, start } = request;
      const { heights, min, max } = sampleSurface(objective, plane, grid, grid);
      const lowest = lowestOf(objective, plane, start, min);
      const minimum = lowest?.point ?? null;
      const inWindow = lowest !== null && holds(plane.extent, lowest.point);
      const floor = inWindow ? lowest.loss : Number.POSITIVE_INFINITY;
      const took = clock() - started;
      return {
        ...{ kind: 'surface', generation, lane: index, iteration, plane, grid },
        ...{ heights, min, max, minimum, floor, took },
      };
    },
  };
}
