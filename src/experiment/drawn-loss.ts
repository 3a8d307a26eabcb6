// Which function a lane's surfaces are drawn of: the loss of its own parameters, or of those in raw units; and with
// which statistics batch norm normalizes.
import { createEvaluationObjective } from '../network/evaluation-objective.ts';
import type { NetworkObjective } from '../network/network.ts';
import { createStatistics } from '../network/running.ts';
import type { Statistics } from '../network/stage.ts';
import type { Objective } from '../objective.ts';
import type { Experiment } from './experiment.ts';
import { foldLane, type FoldedLane } from './folded-lane.ts';
import type { PreparedLane } from './prepare.ts';

export interface DrawnLoss {
  /** With running statistics it reads those that were last held. */
  readonly objective: Objective & Pick<NetworkObjective, 'layout' | 'spec'>;
  /** Why surfaces are computed without WebAssembly where they need not be, in a sentence; null otherwise. */
  readonly kernelNote: string | null;
  /** Whether its parameters are the lane's own. */
  readonly isOwn: boolean;
  /** Batch norm with given statistics is drawn, and there is some: then `hold` must say with which. */
  readonly isFrozen: boolean;
  /** Of parameters in raw units: whether batch norm is folded in as well. */
  readonly foldsNormalization: boolean;
  /** The lane's parameters as a point of the drawn function's. */
  place(theta: Float64Array): Float64Array;
  /** The same where a surface goes through: batch norm that is folded in has these statistics, if they are drawn. */
  centre(theta: Float64Array, running: Statistics): Float64Array;
  /** The lane's own parameters at a point of the drawn function's; what the point leaves open is as at `theta`. */
  unplace(point: Float64Array, theta: Float64Array): Float64Array;
  /**
   * The statistics to draw with, out of the lane's running ones at `theta`; null where none are needed.
   */
  statistics(theta: Float64Array, running: Statistics): Statistics | null;
  /** Draws with these from now on. */
  hold(statistics: Statistics): void;
}

type DrawnLane = Pick<PreparedLane, 'objective' | 'inputMap' | 'samples' | 'rawSamples'>;

/** What the surfaces of this lane show in this experiment. */
export function drawnLoss(
  lane: DrawnLane,
  { axes, statistics }: Pick<Experiment, 'axes' | 'statistics'>,
): DrawnLoss {
  const folded = axes === 'raw' ? foldLane(lane) : null;
  const network = folded?.objective ?? lane.objective;
  const isFrozen = statistics === 'running' && network.layout.normalizedUnits > 0;
  const held = createStatistics(network.layout.normalizedUnits);
  const frozen = isFrozen ? createEvaluationObjective(network, held) : null;
  const objective = frozen ? { ...frozen, layout: network.layout, spec: network.spec } : network;
  return {
    objective,
    isFrozen,
    get kernelNote() {
      return (frozen ?? network).kernelNote;
    },
    isOwn: folded === null,
    foldsNormalization: folded?.foldsNormalization ?? false,
    place: (theta) => (folded ? folded.fold(theta) : theta),
    centre(theta, running) {
      if (!folded) return theta;
      return folded.fold(theta, statistics === 'running' ? running : undefined);
    },
    unplace: (point, theta) => (folded ? folded.unfold(point, theta) : point.slice()),
    statistics(theta, running) {
      if (!isFrozen) return null;
      return { mean: heldMeans(lane, folded, theta, running), variance: running.variance.slice() };
    },
    hold({ mean, variance }) {
      held.mean.set(mean);
      held.variance.set(variance);
    },
  };
}

/**
 * Where a layer without a bias feeds batch norm, folding the input's shift has no bias to go into: it goes into the
 * means instead, which are those of sums without it.
 */
function heldMeans(
  { objective: { layout }, inputMap }: DrawnLane,
  folded: FoldedLane | null,
  theta: Float64Array,
  running: Statistics,
): Float64Array {
  const mean = running.mean.slice();
  const [{ units, weights, bias, normalization }] = layout.layers;
  if (!folded || bias !== null || !normalization) return mean;
  const [c1, c2] = inputMap.apply(Float64Array.of(0, 0));
  for (let unit = 0; unit < units; unit++) {
    const at = weights + 2 * unit;
    mean[normalization.statistics + unit] -= theta[at] * c1 + theta[at + 1] * c2;
  }
  return mean;
}
