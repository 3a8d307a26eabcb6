// What a reader meets first: one neuron on two inputs of very different scale, raw beside standardized.
import type { Experiment } from './experiment.ts';

/** A new value every time, so that no caller can change another's. */
export function defaultExperiment(): Experiment {
  return {
    version: 1,
    data: {
      id: 'two-scales',
      ranges: [
        [0, 1],
        [0, 0.01],
      ],
      count: 200,
      noise: 0.05,
      columns: null,
      target: null,
      knobs: {},
      split: 0,
      targetScaling: 'none',
    },
    seed: 1,
    settings: {
      hidden: [],
      activation: 'tanh',
      initialization: 'xavier',
      loss: 'auto',
      optimizer: 'sgd',
      learningRate: 0.1,
      batch: 0,
      schedule: 'constant',
      decay: 'auto',
      clip: 0,
      precision: 'float64',
      normEps: 1e-5,
      normMomentum: 0.1,
      affine: 'learned',
      keepBias: false,
      normNoise: 0,
      knobs: {},
    },
    lanes: [
      { id: 'raw', scaling: 'none', normalization: 'none', overrides: {} },
      { id: 'standard', scaling: 'standard', normalization: 'none', overrides: {} },
    ],
    start: 'same-numbers',
    rate: { kind: 'same' },
    from: null,
    set: {},
    slice: { kind: 'weights', names: ['W1[0][0]', 'W1[0][1]'] },
    around: 'live',
    axes: 'equal',
    windows: [],
    height: 'linear',
    marks: true,
    panels: ['surface', 'contour', 'loss'],
    speed: 10,
    autoplay: true,
    until: 0,
    untilTarget: false,
    theme: 'auto',
    camera: [30, 36, 3.1],
  };
}
