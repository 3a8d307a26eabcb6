// What a lane's network gives at any inputs, as it is now: in the units of the targets that it is trained on.
import type { Lane } from '../../../../src/index.ts';
import type { Window } from '../../../plot/plot-frame.ts';

type Trained = Pick<Lane, 'objective' | 'theta'>;

/** Probabilities for classes told apart by cross-entropy; the output itself otherwise. */
function finished({ objective }: Trained, outputs: Float64Array): Float64Array {
  return objective.spec.loss === 'bce'
    ? outputs.map((logit) => 1 / (1 + Math.exp(-logit)))
    : outputs;
}

/** One a training row, in training mode: what the loss is made of. */
export function outputsOfSamples(lane: Trained): Float64Array {
  return finished(lane, lane.objective.outputs(lane.theta));
}

/**
 * At the corners of a grid over a window, row by row from the bottom, batch norm with the statistics of the samples.
 *
 * @param map from the window's units to what the network sees; none if they are the same
 */
export function outputGrid(
  lane: Trained,
  window: Window,
  columns: number,
  rows: number,
  map?: (inputs: Float64Array) => Float64Array,
): Float64Array {
  const [left, right, bottom, top] = window;
  const inputs = new Float64Array(2 * columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const k = 2 * (row * columns + column);
      inputs[k] = left + (column / (columns - 1)) * (right - left);
      inputs[k + 1] = bottom + (row / (rows - 1)) * (top - bottom);
    }
  }
  return finished(lane, lane.objective.outputs(lane.theta, 'batch', map ? map(inputs) : inputs));
}
