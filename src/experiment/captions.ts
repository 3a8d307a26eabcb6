// Captions: what can be said of a run, computed from the run.
import type { Curvature } from '../landscape/curvature.ts';
import type { CaptionLane, RunFacts } from './caption-lane.ts';
import { describeDivergence } from './caption-divergence.ts';
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
  | 'zigzag'
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
    ['zigzag', describeZigzag],
    ['scales', describeScales],
    ['one-scale', describeOneScale],
    ['conditions', describeConditions],
    ['offset', describeOffset],
    ['rates', describeRates],
    ['stable-rates', describeStableRates],
  ];

/** What stands under a figure that nobody has chosen sentences for, and how many of them at once. */
const usual: readonly FactId[] = ['divergence', 'race', 'scales', 'one-scale', 'conditions'];
const most = 2;

/**
 * Everything that can be said of the run as it stands, the most telling first. A fact that does not hold, or is not
 * known, has no sentence. No number in them changes from step to step without a cause in the run.
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
 * One or two of these sentences: who diverges and why, the race, and how unequal the curvatures are, with what makes
 * them so where that can be told.
 */
export function describeRun(
  lanes: readonly CaptionLane[],
  curvatures: readonly (Curvature | null)[],
  unstableSince: readonly (number | null)[] = [],
): string[] {
  const facts = explainRun(lanes, curvatures, unstableSince).filter(({ id }) => usual.includes(id));
  const isExplained = facts.some(({ id }) => id === 'scales');
  return facts
    .filter(({ id }) => id !== 'conditions' || !isExplained)
    .slice(0, most)
    .map(({ text }) => text);
}
