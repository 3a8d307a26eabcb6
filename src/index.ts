// The public surface of the engine: everything that a page, a notebook or a test may use.

// Shared nouns
export { createRegistry } from './registry.ts';
export type { Entry, Registry } from './registry.ts';
export type { Knob } from './knob.ts';
export type { Samples } from './samples.ts';
export type { Objective } from './objective.ts';
export { createTrajectory } from './trajectory.ts';
export type { Trajectory } from './trajectory.ts';
export { createRandom } from './math/random.ts';
export type { Random, Stream } from './math/random.ts';

// Data and input scaling
export { datasets } from './data/index.ts';
export type { Dataset, Range, SampleOptions } from './data/dataset.ts';
export { scalings } from './scaling/index.ts';
export type { InputMap, Scaling } from './scaling/scaling.ts';

// Network
export { createObjective } from './network/network.ts';
export type { HiddenValues, NetworkObjective } from './network/network.ts';
export { createLayout } from './network/layout.ts';
export type { Layout } from './network/layout.ts';
export type { LayerSlots, NormalizationSlots } from './network/slots.ts';
export type { BatchStatistics } from './network/running.ts';
export type { NetworkSpec, Normalization } from './network/spec.ts';
export { maximumHiddenLayers, maximumUnits } from './network/validate.ts';
export { activations } from './network/activations.ts';
export { losses } from './network/losses.ts';
export { initializations, initialize } from './network/initialization.ts';
export { normalizations } from './network/normalization/index.ts';

// Training
export { optimizers } from './optimizers/index.ts';
export type { Optimizer, OptimizerSettings } from './optimizers/optimizer.ts';

// Landscape
export { slices } from './landscape/slices/index.ts';
export type { Slice } from './landscape/slices/slice.ts';
export { weightPlane } from './landscape/slices/weights.ts';
export type { Plane } from './landscape/plane.ts';
export { project, residual, unproject } from './landscape/projection.ts';
export { sampleSurface } from './landscape/sample.ts';
export type { Surface } from './landscape/surface.ts';
export { createLossScale } from './landscape/loss-scale.ts';
export type { LossScale } from './landscape/loss-scale.ts';
export { curvature, largestCurvatureSize } from './landscape/curvature.ts';
export type { Curvature } from './landscape/curvature.ts';
export { planeDerivatives } from './landscape/plane-derivatives.ts';
export type { PlaneDerivatives } from './landscape/plane-derivatives.ts';
export { planeMinimum } from './landscape/minimum.ts';
export { equalWindow, fittedWindow, grownWindow } from './landscape/window.ts';
export type { PlanePoint, Window } from './landscape/window.ts';

// Experiments
export type { Experiment, LanePatch, Settings, WeightSlice } from './experiment/experiment.ts';
export { defaultExperiment } from './experiment/defaults.ts';
export { formatExperiment, parseExperiment, runKey } from './experiment/query.ts';
export type { ParsedExperiment } from './experiment/query.ts';
export { dataFor, panelIds } from './experiment/data-codec.ts';
export { maximumLanes, nameLanes } from './experiment/lane-codec.ts';
export { laneLabel } from './experiment/lane-label.ts';
export { laneSettings, laneSpec } from './experiment/resolve.ts';
export { createLanes } from './experiment/lane.ts';
export type { Lane } from './experiment/lane.ts';
export { createTraining } from './experiment/training.ts';
export type { Training, TrainingOptions } from './experiment/training.ts';
export { createBatches } from './experiment/batches.ts';
export type { Batches } from './experiment/batches.ts';
export { describeRun } from './experiment/captions.ts';
export type { CaptionLane } from './experiment/captions.ts';
