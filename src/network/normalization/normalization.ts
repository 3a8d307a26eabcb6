// What a normalization is: an entry of the menu, and for those that do something a stage of the chain.
import type { Entry } from '../../registry.ts';
import type { NormalizationSlots } from '../slots.ts';
import type { Normalization } from '../spec.ts';
import type { Signal, Stage } from '../stage.ts';

export interface NormalizationKind extends Entry {
  /** What it does to one number, in plain text. */
  readonly formula: string;
  /** Where in a network it can stand. */
  readonly places: readonly Normalization['place'][];
  /**
   * Whether each unit is measured over the rows of the batch: then a batch needs two rows, there are running
   * statistics, and a bias that feeds it is lost.
   */
  readonly overRows: boolean;
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

/** Added to a variance inside the root, unless a network says otherwise; as in PyTorch. */
export const defaultEps = 1e-5;
