// The slices in which paths are spread most: of one lane, and of all lanes together.
import { commonNames, gather, placesOf, scatter } from './common.ts';
import { principalDirections } from './principal-directions.ts';
import type { Slice, SliceContext, SliceFrame } from './slice.ts';
import { spanning } from './spanning.ts';
import { percent } from './percent.ts';

/**
 * Principal components of the recorded points (Li et al. 2018, section 7, and Lorch 2016; centred on their mean, as
 * explained variance asks). Coordinates are distances from the first lane's start, in units of the parameters.
 */
function framePaths(context: SliceContext, chosen: readonly number[]): SliceFrame {
  const { lanes, index, objective } = context;
  const taken = chosen.map((k) => lanes[k]);
  const names = commonNames(taken);
  const parts = taken.map((lane) =>
    gather(
      lane.path.thetas.subarray(0, lane.path.count * lane.path.size),
      lane.path.size,
      placesOf(names, lane),
    ),
  );
  const points = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  parts.reduce((at, part) => {
    points.set(part, at);
    return at + part.length;
  }, 0);
  const { directions, shares } = principalDirections(points, names.length);
  const own = placesOf(names, lanes[index]);
  const { size } = objective;
  const { u, v, found } = spanning(
    directions.map((direction) => scatter(direction, own, size)),
    size,
  );
  const [first] = taken;
  const anchor = scatter(
    gather(first.start, first.names.length, placesOf(names, first)),
    own,
    size,
  );
  const label = (k: number) =>
    k < found
      ? `PC ${k + 1} (${percent(shares[k])} of variance)`
      : `direction ${k + 1}, off the path`;
  return {
    ...{ anchor, u, v, labels: [label(0), label(1)] },
    explained: [shares[0] ?? 0, shares[1] ?? 0],
    problem:
      found === 2
        ? null
        : found === 1
          ? 'The path is a straight line so far, so the second axis is a direction it has not taken.'
          : 'The path is a single point yet, so its directions are still to come.',
  };
}

export const pca: Slice = {
  id: 'pca',
  label: 'Along the path (PCA)',
  blurb:
    'Along PC 1 and PC 2, the principal components: the two directions in which this lane’s own path is spread most.',
  follows: 'path',
  frame: (context) => framePaths(context, [context.index]),
};

export const pcaAll: Slice = {
  id: 'pca-all',
  label: 'Along all paths (PCA)',
  blurb:
    'Along PC 1 and PC 2, the principal components: the two directions in which the paths of all lanes are spread most.',
  follows: 'path',
  frame: (context) =>
    framePaths(
      context,
      context.lanes.map((_, k) => k),
    ),
};
