// Property tests draw the same cases in every run, so that a red run can be repeated; FC_SEED draws others.
import fc from 'fast-check';

fc.configureGlobal({
  seed: Number(process.env['FC_SEED'] ?? 1),
  // A failing property of floating-point numbers can be made smaller for hours.
  interruptAfterTimeLimit: 60_000,
  markInterruptAsFailure: true,
});
