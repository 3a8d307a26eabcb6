// The public surface of the engine: everything that a page, a notebook or a test may use.

// Shared nouns
export { createRegistry } from './registry.ts';
export type { Entry, Registry } from './registry.ts';
export type { Knob } from './knob.ts';
export type { Samples } from './samples.ts';
export type { Objective, PlanePoints } from './objective.ts';
export { createTrajectory } from './trajectory.ts';
export type { Trajectory } from './trajectory.ts';
export { createRandom } from './math/random.ts';
export type { Random, RandomState, Stream } from './math/random.ts';
export { precisions } from './math/rounding.ts';
export type { Precision } from './math/rounding.ts';

// Data and input scaling
export { datasets } from './data/index.ts';
export type { Dataset, Range, SampleOptions } from './data/dataset.ts';
export {
  hasTableText,
  loadTableText,
  provideTableText,
  tableText,
} from './data/tables/table-texts.ts';
export { splitSamples } from './data/split.ts';
export { inspectTable } from './data/text/inspect-table.ts';
export type { ColumnSummary, TableInspection } from './data/text/inspect-table.ts';
export { parseTable } from './data/text/parse-table.ts';
export type { ParsedTable, TableChoice } from './data/text/parse-table.ts';
export type { Refusal } from './data/text/read-table.ts';
export { pickColumns, tidyTable } from './data/text/tidy-table.ts';
export { createTextDataset } from './data/text/text-dataset.ts';
export type { TextDataset } from './data/text/text-dataset.ts';
export { scalings } from './scaling/index.ts';
export type { InputMap, Scaling } from './scaling/scaling.ts';
export { targetScalings } from './scaling/targets/index.ts';
export type { TargetMap, TargetScaling } from './scaling/targets/target-scaling.ts';

// Network
export { createObjective } from './network/network.ts';
export type { HiddenValues, NetworkObjective } from './network/network.ts';
export { createEvaluationObjective } from './network/evaluation-objective.ts';
export { createRoundedObjective } from './network/rounded/rounded-objective.ts';
export { roundStep } from './network/rounded/rounded-step.ts';
export type { Step } from './network/rounded/rounded-step.ts';
export { isScaleInvariant } from './network/scale-invariance.ts';
export { createLayout } from './network/layout.ts';
export type { Layout } from './network/layout.ts';
export type { LayerSlots, NormalizationSlots } from './network/slots.ts';
export type { BatchStatistics } from './network/running.ts';
export type { Statistics } from './network/stage.ts';
export type { NetworkSpec, Normalization } from './network/spec.ts';
export { maximumHiddenLayers, maximumUnits } from './network/validate.ts';
export { activations } from './network/activations.ts';
export { losses } from './network/losses.ts';
export { initializations, initialize } from './network/initialization.ts';
export { normalizations } from './network/normalization/index.ts';

// Training
export { optimizers } from './optimizers/index.ts';
export type { Optimizer, OptimizerSettings } from './optimizers/optimizer.ts';
export { schedules } from './optimizers/schedules.ts';
export type { Schedule, ScheduleSettings } from './optimizers/schedule.ts';
export { explainUpdate } from './optimizers/explain.ts';
export type { ExplainedStatement, Explanation, Term, UpdateInputs } from './optimizers/explain.ts';
export { createUpdate } from './optimizers/update.ts';
export type { Update, UpdateOptions } from './optimizers/update.ts';

// Landscape
export { slices } from './landscape/slices/index.ts';
export { planeThrough } from './landscape/slices/slice.ts';
export type {
  RecordedPath,
  Slice,
  SliceContext,
  SliceFrame,
  SliceLane,
} from './landscape/slices/slice.ts';
export { weightFrame, weightPlane } from './landscape/slices/weights.ts';
export { filterNormalized } from './landscape/slices/random.ts';
export { principalDirections } from './landscape/slices/principal-directions.ts';
export type { PrincipalDirections } from './landscape/slices/principal-directions.ts';
export { percent } from './landscape/slices/percent.ts';
export type { Plane } from './landscape/plane.ts';
export { project, residual, unproject } from './landscape/projection.ts';
export {
  computeLosses,
  fillSurface,
  finishSurface,
  placeLosses,
  sampleSurface,
} from './landscape/sample.ts';
export type { SurfaceGrid, SurfacePrecision } from './landscape/sample.ts';
export {
  bandsOf,
  partSize,
  pointsBetween,
  spreadHeights,
  strideLength,
  wholeGrid,
} from './landscape/grid.ts';
export type { GridPart, Stride } from './landscape/grid.ts';
export type { Surface } from './landscape/surface.ts';
export { clipLevel } from './landscape/clip-level.ts';
export { createLossScale } from './landscape/loss-scale.ts';
export type { LossScale } from './landscape/loss-scale.ts';
export { curvature, largestCurvatureSize } from './landscape/curvature.ts';
export type { Curvature } from './landscape/curvature.ts';
export { extremeEigenpairs, sharpness } from './landscape/curvature-extremes.ts';
export type { Eigenpair, ExtremeEigenpairs, Sharpness } from './landscape/curvature-extremes.ts';
export { lanczos } from './landscape/lanczos.ts';
export type { Spectrum } from './landscape/lanczos.ts';
export { alongGradient } from './landscape/curvature-along-gradient.ts';
export type { AlongGradient } from './landscape/curvature-along-gradient.ts';
export { planeDerivatives } from './landscape/plane-derivatives.ts';
export type { PlaneDerivatives } from './landscape/plane-derivatives.ts';
export { planeMinimum } from './landscape/minimum.ts';
export {
  equalWindow,
  fittedWindow,
  grownWindow,
  headroom,
  pathWindow,
} from './landscape/window.ts';
export type { PlanePoint, Window } from './landscape/window.ts';

// Numbers in sentences
export {
  formatApart,
  formatCount,
  formatFactor,
  formatFixed,
  formatNumber,
  formatReading,
  superscript,
  tighten,
} from './number-format.ts';

// Experiments
export type {
  Experiment,
  LanePatch,
  RateRule,
  Settings,
  SliceChoice,
  SliceWindow,
  StartRule,
  WeightSlice,
} from './experiment/experiment.ts';
export { defaultExperiment } from './experiment/defaults.ts';
export {
  formatExperiment,
  linkKeys,
  formatQuery,
  linkTable,
  longestLink,
  parseExperiment,
  runKey,
} from './experiment/query.ts';
export type { LinkTable, ParsedExperiment } from './experiment/query.ts';
export { kernelsReady } from './network/kernels.ts';
export { hasTablePacker, loadTablePacker } from './experiment/table/packer.ts';
export { datasetOf, ownTable, ownTableId } from './experiment/table/own-table.ts';
export type { OwnTable } from './experiment/table/own-table.ts';
export { dataFor, panelIds } from './experiment/data-codec.ts';
export { sliceCodec } from './experiment/slice-codec.ts';
export { filtersOf, sliceContext } from './experiment/slice-context.ts';
export { roundedDown } from './experiment/repair.ts';
export { maximumLanes, nameLanes } from './experiment/lane-codec.ts';
export { laneLabel } from './experiment/lane-label.ts';
export { laneSettings, laneSpec } from './experiment/resolve.ts';
export { settableKnobs, trainingRule } from './experiment/training-rule.ts';
export type { TrainingRule } from './experiment/training-rule.ts';
export { prepareLanes } from './experiment/prepare.ts';
export type { PreparedLane } from './experiment/prepare.ts';
export { createLanes } from './experiment/lane.ts';
export type { Lane } from './experiment/lane.ts';
export type { RateOrigin } from './experiment/choose-rate.ts';
export { foldIntoRawInputs } from './experiment/first-layer.ts';
export type { FoldedLayer } from './experiment/first-layer.ts';
export { foldLane } from './experiment/folded-lane.ts';
export type { FoldedLane } from './experiment/folded-lane.ts';
export { drawnLoss } from './experiment/drawn-loss.ts';
export type { DrawnLoss } from './experiment/drawn-loss.ts';
export { stepsLeft } from './experiment/steps-left.ts';
export { sweepBatchSize, sweepDepth, sweepLearningRate, sweepSeeds } from './experiment/sweeps.ts';
export type { SweepMaker } from './experiment/sweeps.ts';
export type { Sweep, SweepKind, SweepOptions } from './experiment/sweep.ts';
export type { Spread, SweepPoint, SweepRun } from './experiment/sweep-summary.ts';
export { createTraining } from './experiment/training.ts';
export type { Training, TrainingOptions } from './experiment/training.ts';
export { explainStep } from './experiment/explain-step.ts';
export type { ExplainedParameter, ExplainedStep } from './experiment/explain-step.ts';
export type { StepRecord } from './experiment/step-record.ts';
export { createBatches } from './experiment/batches.ts';
export type { Batches, BatchesState } from './experiment/batches.ts';
export { describeRun, explainRun } from './experiment/captions.ts';
export { compareSpreads, type Spreads } from './experiment/compare-spreads.ts';
export { linearModel } from './experiment/linear-model.ts';
export type { LinearModel } from './experiment/linear-model.ts';
export type { CaptionLane, Fact, FactId } from './experiment/captions.ts';
export { mostTurning } from './experiment/turns.ts';
export type { Turning } from './experiment/turns.ts';
export { stabilityRule, stableRate, stableSharpness } from './experiment/stability.ts';
export type { StabilityRule } from './experiment/stability.ts';
export { findLowerRate, findRepairs } from './experiment/repair.ts';
export type { Repair } from './experiment/repair.ts';
export { isPlainDescent, unstableSince } from './experiment/unstable-since.ts';
export { exportCode } from './experiment/export/export-code.ts';
export type { ProgramLanguage } from './experiment/export/spelling.ts';
