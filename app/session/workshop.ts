// The heavy work as plain functions of messages: a worker is a doorway to it, the main thread can call it as well.
import {
  computeLosses,
  curvature,
  drawnLoss,
  planeMinimum,
  prepareLanes,
  provideTableText,
  sharpness,
  sliceContext,
  slices,
  unproject,
  type Curvature,
  type DrawnLoss,
  type Experiment,
  type Objective,
  type PreparedLane,
} from '../../src/index.ts';
import type {
  BandPiece,
  ExperimentRequest,
  FrameTask,
  Lowest,
  MinimumPiece,
  Piece,
  PieceAnswer,
  PieceReply,
} from './work-messages.ts';

export interface Workshop {
  begin(request: ExperimentRequest): void;
  /** Does a piece of work. Null for one that cannot be done, or belongs to another experiment. */
  handle(piece: Piece): PieceReply | null;
}

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

function fillBand({ objective }: DrawnLoss, piece: BandPiece): Float32Array {
  const { heights, parts } = piece;
  let at = 0;
  for (const part of parts) {
    const losses = computeLosses(objective, piece, part);
    heights.set(losses, at);
    at += losses.length;
  }
  return heights;
}

/** The least loss of the plane, where Newton's method finds it. */
function searchLowest(objective: Objective, { plane, start }: MinimumPiece): Lowest | null {
  const point = planeMinimum(objective, plane, start[0], start[1]);
  if (!point) return null;
  const theta = unproject(plane, point[0], point[1], new Float64Array(objective.size));
  return { point, loss: objective.evaluate(theta) };
}

/** The same objective, which calls `beat` whenever it is asked for one of many Hessian-vector products. */
function withBeat<O extends Objective>(objective: O, beat: () => void): O {
  const hessianVector: Objective['hessianVector'] = (theta, v, out) => {
    beat();
    objective.hessianVector(theta, v, out);
  };
  return Object.create(objective, { hessianVector: { value: hessianVector } }) as O;
}

/**
 * @param clock milliseconds, from anywhere
 * @param beat called now and then during long work
 */
export function createWorkshop(clock: () => number, beat: () => void = () => undefined): Workshop {
  let generation = -1;
  let experiment: Experiment | null = null;
  let lanes: readonly PreparedLane[] = [];
  let drawn: readonly DrawnLoss[] = [];

  const frameOf = (picture: DrawnLoss, { lanes: runs, lane, centre }: FrameTask) => {
    if (!experiment) return null;
    const { slice } = experiment;
    const objective = withBeat(picture.objective, beat);
    return slices.get(slice.kind).frame(sliceContext(slice, runs, lane, objective, centre));
  };

  const answer = (lane: PreparedLane, picture: DrawnLoss, piece: Piece): PieceAnswer | null => {
    if (piece.kind === 'curvature') {
      const { iteration, whole, theta } = piece;
      const objective = withBeat(lane.objective, beat);
      const found = whole ? curvature(objective, theta) : sharpnessAlone(objective, theta);
      return { kind: 'curvature', curvature: found, iteration };
    }
    if (piece.statistics) picture.hold(piece.statistics);
    if (piece.kind === 'band') {
      return { kind: 'band', heights: fillBand(picture, piece), note: picture.kernelNote };
    }
    if (piece.kind === 'minimum') {
      return { kind: 'minimum', lowest: searchLowest(withBeat(picture.objective, beat), piece) };
    }
    const frame = frameOf(picture, piece);
    return frame && { kind: 'frame', frame, iteration: piece.iteration };
  };

  return {
    begin(request) {
      ({ generation, experiment } = request);
      if (typeof request.rows === 'string') provideTableText(experiment.data.id, request.rows);
      lanes = prepareLanes(experiment);
      const chosen = experiment;
      drawn = lanes.map((lane) => drawnLoss(lane, chosen));
    },
    handle(piece) {
      const lane = lanes[piece.lane];
      const picture = drawn[piece.lane];
      if (piece.generation !== generation || !lane || !picture) return null;
      const started = clock();
      const found = answer(lane, picture, piece);
      return found && { ...found, took: clock() - started };
    },
  };
}
