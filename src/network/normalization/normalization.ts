// What a normalization is: an entry of the menu, and for those that do something a stage of the chain.
import type { Entry } from '../../registry.ts';
import type { NormalizationSlots } from '../slots.ts';
import type { Normalization } from '../spec.ts';
import type { Signal, Stage } from '../stage.ts';

export interface NormalizationKind extends Entry {
  /** What it does to one number, in plain text. */
  readonly formula: string;
  /** The stage between two signals of as many units; null for the one that does nothing. */
  readonly createStage:
    | ((
        slots: NormalizationSlots,
        settings: Normalization,
        capacity: number,
        source: Signal,
        target: Signal,
      ) => Stage)
    | null;
}
