// Captions: what can be said of a run, computed from the run.
import type { Curvature } from '../landscape/curvature.ts';
import type { CaptionLane, RunFacts } from './caption-lane.ts';
import { describeBatchNorm } from './caption-batch-norm.ts';
import { describeCure, describeDivergence } from './caption-divergence.ts';
import { describeSpike } from './caption-spike.ts';
import { describeRace } from './caption-race.ts';
import { describeOffset, describeOneScale, describeScales } from './caption-inputs.ts';
import {
  describeConditions,
  describeRates,
  describeStableRates,
  describeZigzag,
} from './caption-shape.ts';

export type { CaptionLane, RunFacts } from './caption-lane.ts';

/** What a sentence is about. */
export type FactId =
  | 'divergence'
  | 'race'
  | 'cure'
  | 'spike'
  | 'zigzag'
  | 'batch-norm'
  | 'scales'
  | 'one-scale'
  | 'conditions'
  | 'offset'
  | 'rates'
  | 'stable-rates';

export interface Fact {
  readonly id: FactId;
  /** One plain sentence. */
  readonly text: string;
}

const describers: readonly (readonly [id: FactId, describe: (facts: RunFacts) => string | null])[] =
  [
    ['divergence', describeDivergence],
    ['race', describeRace],
    ['cure', describeCure],
    ['spike', describeSpike],
    ['zigzag', describeZigzag],
    ['batch-norm', describeBatchNorm],
    ['scales', describeScales],
    ['one-scale', describeOneScale],
    ['conditions', describeConditions],
    ['offset', describeOffset],
    ['rates', describeRates],
    ['stable-rates', describeStableRates],
  ];

/** What stands under a figure that nobody has chosen sentences for, and how many of them at once. */
const usual: readonly FactId[] = [
  'divergence',
  'race',
  'cure',
  'spike',
  'batch-norm',
  'scales',
  'one-scale',
  'conditions',
];
/** Of surfaces: while a lane diverges they are not what a reader asks about. */
const ofSurfaces: readonly FactId[] = ['batch-norm', 'scales', 'one-scale', 'conditions'];
const most = 2;

/**
 * Everything that can be said of the run as it stands, the most telling first. A fact that does not hold, or is not
 * known, has no sentence. The losses of lanes that have not arrived change as they train; every other number changes only
 * with a cause in the run.
 *
 * @param curvatures one a lane, of a recent step; null where it is not known
 * @param unstableSince one a lane, from `unstableSince`; null, or left out, where it is not known
 */
export function explainRun(
  lanes: readonly CaptionLane[],
  curvatures: readonly (Curvature | null)[],
  unstableSince: readonly (number | null)[] = [],
): Fact[] {
  const facts = { lanes, curvatures, unstableSince };
  return describers.flatMap(([id, describe]) => {
    const text = describe(facts);
    return text === null ? [] : [{ id, text }];
  });
}

/**
 * One or two of these sentences: who diverges, why, and what would help; the race; a loss that jumped; and how unequal
 * the curvatures are, with what makes them so where that can be told.
 */
export function describeRun(
  lanes: readonly CaptionLane[],
  curvatures: readonly (Curvature | null)[],
  unstableSince: readonly (number | null)[] = [],
): string[] {
  const facts = explainRun(lanes, curvatures, unstableSince).filter(({ id }) => usual.includes(id));
  const has = (wanted: FactId) => facts.some(({ id }) => id === wanted);
  return (
    facts
      .filter(({ id }) => id !== 'conditions' || !has('scales'))
      // What keeps back the lane that was to mend it tells the scales too.
      .filter(({ id }) => id !== 'scales' || !has('batch-norm'))
      .filter(({ id }) => !has('divergence') || !ofSurfaces.includes(id))
      .slice(0, most)
      .map(({ text }) => text)
  );
}
