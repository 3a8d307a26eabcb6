// What captions know of a run.
import type { Curvature } from '../landscape/curvature.ts';
import type { Lane } from './lane.ts';

/** What a caption needs to know of a lane; what only some sentences need may be left out, and then they are not said. */
export type CaptionLane = Pick<
  Lane,
  'label' | 'iteration' | 'status' | 'stepsToTarget' | 'divergedAt' | 'targetLoss' | 'settings'
> &
  Partial<
    Pick<
      Lane,
      | 'loss'
      | 'theta'
      | 'trajectory'
      | 'start'
      | 'patch'
      | 'features'
      | 'ranges'
      | 'rawSamples'
      | 'samples'
    >
  > & {
    readonly objective?: Pick<Lane['objective'], 'names'> &
      Partial<Pick<Lane['objective'], 'spec' | 'evaluate' | 'hessianVector'>>;
  };

/** One entry a lane. */
export interface RunFacts {
  readonly lanes: readonly CaptionLane[];
  /** Of a recent step; null where it is not known. */
  readonly curvatures: readonly (Curvature | null)[];
  /** The step at which learning rate times lambda max passed 2; null where it did not or is not known. */
  readonly unstableSince: readonly (number | null)[];
}

/** Whether the loss is a quadratic, which curves alike everywhere: one neuron, squared error, nothing normalized. */
export function isQuadratic({ objective }: CaptionLane): boolean {
  if (!objective?.spec) return false;
  const { sizes, loss, normalization } = objective.spec;
  return sizes.length === 2 && loss === 'mse' && normalization.kind === 'none';
}
