// A sentence about batch norm on inputs of unlike scale: what it does not even out, and how far training has come in that.
import { unlikeScales } from './caption-inputs.ts';
import type { CaptionLane, RunFacts } from './caption-lane.ts';
import { count, fitted, roundUp } from './caption-words.ts';

/**
 * Batch norm of a hidden layer divides a unit's sum by its spread, both weights' parts alike. So the input that varies less
 * goes under until some unit has learned a weight for it that is larger by as much.
 */
export function describeBatchNorm({ lanes }: RunFacts): string | null {
  const found = lanes.flatMap((lane) => {
    const scales = isNormalizedInside(lane) ? unlikeScales(lane) : null;
    return scales === null || lane.iteration === 0 ? [] : [{ lane, scales }];
  });
  const [one] = found;
  if (one === undefined) return null;
  const { features, wide, narrow, factor } = one.scales;
  const ratios = found.map(({ lane }) => largestRatio(lane, wide, narrow));
  const [{ ratio, unit }] = ratios.toSorted((a, b) => b.ratio - a.ratio);
  // A lane has arrived otherwise, or is about to: this is not what keeps it back.
  const isKeptBack = found.every(({ lane }) => lane.stepsToTarget === null);
  const most = roundUp(ratio);
  if (ratio < factor && !(isKeptBack && most < factor)) return null;
  if (ratio >= factor && found.length > 1) return null;
  const now =
    ratio < factor ? `and has at most ${count(most)} times` : `which unit ${unit + 1} gives it`;
  return fitted((name) => {
    const [less, more] = [narrow, wide].map((k) => name({ label: features[k] }));
    return (
      `Batch norm scales each unit\u2019s sum, not its inputs: ${less} needs about ${count(factor)} times ` +
      `${more}\u2019s weight to count as much, ${now}.`
    );
  });
}

function isNormalizedInside({ objective, theta, status }: CaptionLane): boolean {
  if (!objective?.spec || !theta || status === 'diverged') return false;
  const { sizes, normalization } = objective.spec;
  return sizes.length > 2 && normalization.kind === 'batch' && normalization.place === 'before';
}

/** Of the first layer's units, the one that gives the narrow input most, in weights of the wide one. */
function largestRatio({ objective, theta }: CaptionLane, wide: 0 | 1, narrow: 0 | 1) {
  const first = objective?.names.indexOf('W1[0][0]') ?? 0;
  const units = objective?.spec?.sizes[1] ?? 0;
  let [ratio, unit] = [0, 0];
  for (let k = 0; k < units; k++) {
    const place = first + 2 * k;
    const own = Math.abs((theta?.[place + narrow] ?? 0) / (theta?.[place + wide] ?? 1));
    if (own > ratio) [ratio, unit] = [own, k];
  }
  return { ratio, unit };
}
