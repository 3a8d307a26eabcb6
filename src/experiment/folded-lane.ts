// A lane in the units of the raw inputs: the network that computes the same from unscaled rows, and the way there and back.
import type { Layout } from '../network/layout.ts';
import { createObjective, type NetworkObjective } from '../network/network.ts';
import { defaultEps } from '../network/normalization/normalization.ts';
import type { NetworkSpec } from '../network/spec.ts';
import type { Statistics } from '../network/stage.ts';
import { firstInput, foldIntoRawInputs } from './first-layer.ts';
import { createFirstLayerStatistics } from './first-layer-statistics.ts';
import type { PreparedLane } from './prepare.ts';

export interface FoldedLane {
  /** The folded network on the raw rows, in float64. Lanes that differ in scaling alone have the same one. */
  readonly objective: NetworkObjective;
  /** Whether batch norm is folded in too, and the folded network has none. */
  readonly foldsNormalization: boolean;
  /**
   * The folded network's parameters, with which it computes what the lane's own network computes at `theta`.
   * @param statistics what batch norm normalizes with, where it is folded in: those of all rows, unless given
   */
  fold(theta: Float64Array, statistics?: Statistics): Float64Array;
  /**
   * The lane's own parameters at a point of the folded network: `fold` undone. What folding did not touch stays as it
   * is at `theta`. Where batch norm is folded in, gamma takes the length of a unit's weights and beta its bias; with
   * both frozen only the direction of the weights can be had.
   */
  unfold(point: Float64Array, theta: Float64Array): Float64Array;
}

/** Batch norm on the inputs or before the only hidden layer's activation is an affine map of the raw inputs too. */
function foldsNormalization({ normalization: { kind, place }, sizes }: NetworkSpec): boolean {
  return kind === 'batch' && (place === 'input' || (place === 'before' && sizes.length === 3));
}

/**
 * The input scaling is folded into the first layer, exactly. So is batch norm where it stands on the inputs, or before
 * the activation of the only hidden layer. Elsewhere it stays in the folded network: after an activation it is no linear
 * map of the inputs, and with several hidden layers those behind the first would be without theirs.
 */
export function foldLane({
  objective,
  inputMap,
  samples,
  rawSamples,
}: Pick<PreparedLane, 'objective' | 'inputMap' | 'samples' | 'rawSamples'>): FoldedLane {
  const { spec, layout } = objective;
  const folds = foldsNormalization(spec);
  const plain: NetworkSpec = { ...spec, normalization: { kind: 'none', place: 'before' } };
  const foldedSpec = folds ? plain : spec;
  const folded = createObjective(foldedSpec, {
    count: rawSamples.count,
    inputs: rawSamples.inputs,
    targets: samples.targets,
  });
  const measure = folds ? createFirstLayerStatistics(layout, samples) : null;
  const copied = namesShared(layout, folded.layout);
  const [own] = layout.layers;
  const [raw] = folded.layout.layers;

  const fold: FoldedLane['fold'] = (theta, statistics = measure?.(theta)) => {
    // Without its normalization the spec folds the scaling alone; the layout says where the weights are.
    const { weights, bias } = foldIntoRawInputs(
      folds ? spec : plain,
      theta,
      inputMap,
      statistics,
      layout,
    );
    const point = new Float64Array(folded.size);
    for (const [from, to] of copied) point[to] = theta[from];
    point.set(weights, raw.weights);
    if (raw.bias !== null) point.set(bias, raw.bias);
    return point;
  };

  const unfold: FoldedLane['unfold'] = (point, theta) => {
    const here = fold(theta);
    const result = theta.slice();
    for (const [from, to] of copied) result[from] = point[to];
    const input = firstInput(spec, theta, inputMap, measure?.(theta), layout);
    const [a, b, c, d] = input.matrix;
    const determinant = a * d - b * c;
    const [c1, c2] = input.apply(0, 0);
    for (let unit = 0; unit < own.units; unit++) {
      const [at, from] = [own.weights + 2 * unit, raw.weights + 2 * unit];
      const [r1, r2] = [point[from], point[from + 1]];
      const rawBias = raw.bias === null ? 0 : point[raw.bias + unit];
      const isMoved =
        r1 !== here[from] ||
        r2 !== here[from + 1] ||
        (raw.bias !== null && rawBias !== here[raw.bias + unit]);
      if (!isMoved) continue;
      result[at] = (r1 * d - r2 * c) / determinant;
      result[at + 1] = (r2 * a - r1 * b) / determinant;
      const shift = result[at] * c1 + result[at + 1] * c2;
      const slots = own.normalization;
      if (!folds || !slots) {
        if (own.bias !== null) result[own.bias + unit] = rawBias - shift;
        continue;
      }
      // With gamma as long as the weights, batch norm only takes the mean away, and beta puts the bias back.
      const { mean, variance } = measureUnit(result, unit);
      const { eps = defaultEps } = spec.normalization;
      if (slots.gamma !== null) result[slots.gamma + unit] = Math.sqrt(variance + eps);
      const ownBias = own.bias === null ? 0 : result[own.bias + unit];
      if (slots.beta !== null) result[slots.beta + unit] = rawBias - shift - ownBias + mean;
    }
    return result;
  };

  const measureUnit = (theta: Float64Array, unit: number) => {
    const statistics = measure?.(theta);
    return { mean: statistics?.mean[unit] ?? 0, variance: statistics?.variance[unit] ?? 1 };
  };

  return { objective: folded, foldsNormalization: folds, fold, unfold };
}

/** Places, in both layouts, of the parameters that folding leaves as they are. */
function namesShared(own: Layout, folded: Layout): readonly (readonly [number, number])[] {
  const places = new Map(own.names.map((name, i) => [name, i]));
  return folded.names.flatMap((name, to) => {
    const from = places.get(name);
    return from === undefined || /^[Wb]1\[/.test(name) ? [] : [[from, to] as const];
  });
}
