// Lanes: the training runs of an experiment, side by side from one seed.
import { chooseRate, type RateOrigin } from './choose-rate.ts';
import type { Experiment } from './experiment.ts';
import { prepareLanes, type PreparedLane } from './prepare.ts';
import { trainLane } from './train-lane.ts';
import type { Training } from './training.ts';

export interface Lane
  extends
    Training,
    Pick<
      PreparedLane,
      | 'id'
      | 'label'
      | 'patch'
      | 'settings'
      | 'features'
      | 'ranges'
      | 'inputMap'
      | 'targetMap'
      | 'rawSamples'
      | 'samples'
      | 'testSamples'
    > {
  /** How `settings.learningRate` came about. */
  readonly rateOrigin: RateOrigin;
  /**
   * The loss at `theta` over the rows that were kept back, as the network would be used: with running statistics where
   * there is batch norm. Null where no rows were kept back.
   */
  testLoss(): number | null;
}

/**
 * Builds every lane at its start. Lanes share samples, mini-batches and target loss, and lanes with the same layer
 * sizes start from the same weights, or from the same function if the experiment says so. Where it says where to start
 * `from`, the two parameters of the slice are set to that in every lane. With the rate rule `best` each lane's rates are
 * tried first, which takes a bounded number of steps.
 *
 * @throws {RangeError} on an unknown id, a network that cannot be built, or a slice along parameters it does not have
 */
export function createLanes(experiment: Experiment): Lane[] {
  return prepareLanes(experiment).map((prepared) => createLane(experiment, prepared));
}

function createLane(experiment: Experiment, prepared: PreparedLane): Lane {
  const { learningRate, origin } = chooseRate(experiment, prepared);
  const training = trainLane(experiment, prepared, learningRate);
  const { id, label, patch, features, ranges, inputMap, targetMap, rawSamples, samples } = prepared;
  const { testSamples, objective } = prepared;
  const lane = {
    id,
    label,
    patch,
    settings: { ...prepared.settings, learningRate },
    features,
    ranges,
    inputMap,
    targetMap,
    rawSamples,
    samples,
    testSamples,
    rateOrigin: origin,
    testLoss: () => testSamples && objective.evaluationLoss(training.theta, testSamples),
  };
  // Copied as getters, so that the lane shows the training's numbers as they change.
  return Object.defineProperties(lane, Object.getOwnPropertyDescriptors(training)) as Lane;
}
