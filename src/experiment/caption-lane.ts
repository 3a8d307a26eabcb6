// What captions know of a run.
import type { Curvature } from '../landscape/curvature.ts';
import type { Lane } from './lane.ts';

/** What a caption needs to know of a lane; a path only where its shape is to be told. */
export type CaptionLane = Pick<
  Lane,
  'label' | 'iteration' | 'status' | 'stepsToTarget' | 'divergedAt' | 'targetLoss' | 'settings'
> & {
  readonly trajectory?: Lane['trajectory'];
  readonly objective?: Pick<Lane['objective'], 'names'>;
};

/** One entry a lane. */
export interface RunFacts {
  readonly lanes: readonly CaptionLane[];
  /** Of a recent step; null where it is not known. */
  readonly curvatures: readonly (Curvature | null)[];
  /** The step at which learning rate times lambda max passed 2; null where it did not or is not known. */
  readonly unstableSince: readonly (number | null)[];
}
