// Sentences about what the inputs do to the loss: unlike scales, and, of one neuron, means that are not 0.
import { formatFactor } from '../number-format.ts';
import { columnStatistics } from '../scaling/column-statistics.ts';
import { scalings } from '../scaling/index.ts';
import { isQuadratic, type CaptionLane, type RunFacts } from './caption-lane.ts';
import { count, digits, fitted, nameOf, times } from './caption-words.ts';
import { compareSpreads } from './compare-spreads.ts';
import { linearModel } from './linear-model.ts';

/** Spreads that differ by less are one scale, and spreads that differ by more are worth a sentence. */
const alike = 1.5;
const unlike = 2;
/** What the sentence says may be this far from what is so. */
const tolerance = 0.2;
/** Scaling that gains less than this factor in the condition number hardly shows. */
const worthScaling = 4;
/** Centring has to be worth it: it at least halves the condition number. */
const worthCentring = 2;

const firstSentence = (
  lanes: readonly CaptionLane[],
  describe: (lane: CaptionLane) => string | null,
): string | null => {
  for (const lane of lanes) {
    const text = isQuadratic(lane) ? describe(lane) : null;
    if (text !== null) return text;
  }
  return null;
};

/** Raw inputs of unlike spread: how much less the loss curves along the weight of the one that varies less. */
export const describeScales = (facts: RunFacts): string | null =>
  describeScalesOfNeuron(facts) ?? describeScalesOfLayer(facts);

const describeScalesOfNeuron = ({ lanes }: RunFacts): string | null =>
  firstSentence(lanes, (lane) => {
    const found = unlikeScales(lane);
    if (found === null) return null;
    const { factor, wide, narrow, inputs } = found;
    const { alongWeights, conditionNumber } = linearModel(inputs);
    const square = Number((factor * factor).toPrecision(6));
    if (!isAbout(square, alongWeights[wide] / alongWeights[narrow])) return null;
    // A reader sees the condition number beside the picture, and asks why it is another.
    const all = isAbout(square, conditionNumber)
      ? ''
      : ` (κ, with the bias: ${formatFactor(conditionNumber)})`;
    return fitted(
      (name) =>
        `${variesLess(found, name)}, so the loss curves about ` +
        `${count(factor)}\u00b2 = ${count(square)} times less along its weight${all}.`,
    );
  });

/**
 * The same of the first layer's weights, as they are at the start: curvatures of the loss itself, summed over the units.
 * Not said where they do not differ by more than the spreads, as where batch norm divides each unit's sum by its spread.
 */
function describeScalesOfLayer({ lanes }: RunFacts): string | null {
  const lane = lanes.find(({ patch }) => patch?.scaling === 'none');
  if (!lane || (lane.objective?.spec?.sizes.length ?? 0) < 3) return null;
  const found = unlikeScales(lane);
  const along = startingCurvatures(lane);
  if (found === null || along === null) return null;
  const many = along[found.wide] / along[found.narrow];
  if (!(many > found.factor)) return null;
  return fitted(
    (name) =>
      `${variesLess(found, name)}, so at the start the loss curves ` +
      `${times(many, false)} less along its weights.`,
  );
}

/** By the place of the start, which stays what it is. */
const knownCurvatures = new WeakMap<Float64Array, readonly [number, number]>();

/** How strongly the loss curves at the start along the first layer's weights of either input, summed over the units. */
function startingCurvatures({ start, objective }: CaptionLane): readonly [number, number] | null {
  if (!start || !objective?.hessianVector) return null;
  let sums = knownCurvatures.get(start);
  if (sums === undefined) {
    const direction = new Float64Array(start.length);
    const product = new Float64Array(start.length);
    const found: [number, number] = [0, 0];
    for (const [k, name] of objective.names.entries()) {
      const input = /^W1\[\d+\]\[([01])\]$/.exec(name)?.[1];
      if (input === undefined) continue;
      direction[k] = 1;
      objective.hessianVector(start, direction, product);
      direction[k] = 0;
      found[Number(input)] += Math.abs(product[k]);
    }
    knownCurvatures.set(start, (sums = found));
  }
  return sums;
}

export interface UnlikeScales {
  readonly features: readonly [string, string];
  readonly inputs: Float64Array;
  /** The columns of the input that varies more widely, and of the other. */
  readonly wide: 0 | 1;
  readonly narrow: 0 | 1;
  readonly factor: number;
}

/** Of a lane with raw inputs; null where there is nothing to say. */
export function unlikeScales({
  patch,
  features,
  rawSamples,
  ranges,
}: CaptionLane): UnlikeScales | null {
  if (patch?.scaling !== 'none' || !features || !rawSamples) return null;
  const { inputs } = rawSamples;
  const { wide, narrow, factor } = compareSpreads(inputs, ranges);
  if (!(factor >= unlike) || !Number.isFinite(factor)) return null;
  return { features, inputs, wide, narrow, factor: Number(factor.toPrecision(2)) };
}

const variesLess = (
  { features, wide, narrow, factor }: UnlikeScales,
  name: (lane: { readonly label: string }) => string,
) => {
  const [less, more] = [narrow, wide].map((k) => name({ label: features[k] }));
  return `Raw ${less} varies ${count(factor)} times less than ${more}`;
};

const isAbout = (said: number, value: number) => Math.abs(said / value - 1) < tolerance;

/** Inputs that have one scale before anybody gives it to them: what a lane that scales them gains is next to nothing. */
export const describeOneScale = ({ lanes }: RunFacts): string | null => {
  const raw = lanes.find(({ patch }) => patch?.scaling === 'none');
  const scaled = lanes.find(({ patch }) => patch && patch.scaling !== 'none');
  if (!raw?.features || !raw.rawSamples || !scaled?.samples) return null;
  const [first, second] = columnStatistics(raw.rawSamples.inputs).map((column) => column.deviation);
  if (!(Math.max(first, second) <= alike * Math.min(first, second))) return null;
  const before = linearModel(raw.rawSamples.inputs).conditionNumber;
  const after = linearModel(scaled.samples.inputs).conditionNumber;
  if (!(before < worthScaling * after)) return null;
  const { features } = raw;
  return fitted((name) => {
    const [one, other] = features.map((label) => name({ label }));
    return (
      `Scaling has little to even out here: ${one} and ${other} already have alike standard deviations, ` +
      `${digits(first)} and ${digits(second)}; one neuron\u2019s \u03ba is ${digits(before)} raw, ${digits(after)} scaled.`
    );
  });
};

/** Inputs of one scale that are off centre: what moving them to mean 0 would do. */
export const describeOffset = ({ lanes }: RunFacts): string | null =>
  firstSentence(lanes, (lane) => {
    if (!lane.samples) return null;
    const { inputs } = lane.samples;
    const [first, second] = columnStatistics(inputs).map((column) => column.deviation);
    if (!(Math.max(first, second) <= alike * Math.min(first, second))) return null;
    const before = linearModel(inputs).conditionNumber;
    const after = linearModel(scalings.get('centre').fit(inputs).apply(inputs)).conditionNumber;
    if (!(before >= worthCentring * after) || !Number.isFinite(before)) return null;
    return (
      `Both inputs of ${nameOf(lane)} have one scale, but their means are not 0: ` +
      `centring them would bring the condition number \u03ba from ${formatFactor(before)} to ${formatFactor(after)}.`
    );
  });
