// Parts that programs of both languages share: the heading, the data and the mini-batches.
import { scalings } from '../../scaling/index.ts';
import { float, plain } from './literals.ts';
import type { Plan } from './plan.ts';

/** @param needs the package, as in `PyTorch (pip install torch)` */
export function heading({ query, lane, steps }: Plan, needs: string): string[] {
  return [
    `# Normscape: the lane "${plain(lane.label)}" of the experiment`,
    `#   ?${plain(query)}`,
    '#',
    `# Prints \`step loss\`, one step a line: the loss of all samples after 0 to ${steps} steps.`,
    '# They are the losses that Normscape draws, but for their last digits: other programs take sums in another',
    '# order. A run that jumps about magnifies such differences from step to step.',
    '#',
    `# Needs ${needs}.`,
  ];
}

/** `DATA`: one row a sample. */
export function dataTable({ lane, dataLabel, scaling }: Plan): string[] {
  const { samples, rawSamples, features, patch, targetMap } = lane;
  const isScaled = patch.scaling !== 'none';
  const { inputs } = scaling ? rawSamples : samples;
  const rows = Array.from(samples.targets, (target, row) => {
    const [x1, x2] = [inputs[2 * row], inputs[2 * row + 1]];
    return `    [${float(x1)}, ${float(x2)}, ${float(target)}],`;
  });
  return [
    `# ---- Data: ${samples.count} samples of "${plain(dataLabel)}". Columns: ${plain(features.join(', '))}, target.`,
    ...(isScaled && !scaling ? literalInputs(patch.scaling) : []),
    ...(targetMap.origin !== 0 || targetMap.scale !== 1
      ? [`# The targets are scaled already: (target - ${targetMap.origin}) / ${targetMap.scale}.`]
      : []),
    'DATA = [',
    ...rows,
    ']',
  ];
}

/** The first lines of a section on input scaling, or none where the program scales nothing. */
export function scalingHeading({ lane, scaling }: Plan): string[] {
  if (!scaling) return [];
  const { label, formula } = scalings.get(lane.patch.scaling);
  return [
    '',
    `# ---- Input scaling: ${plain(label)}, ${plain(formula)}, each column by its own numbers.`,
  ];
}

const literalInputs = (id: string) => {
  const { label, formula } = scalings.get(id);
  return [
    `# The inputs are scaled already: ${plain(label)}, ${plain(formula)}. They are written out because plain`,
    '# arithmetic on the raw ones would not give these very numbers.',
  ];
};

/** `BATCHES`: the rows of each step. */
export function batchTable({ batches, lane, steps, wantedSteps }: Plan): string[] {
  if (!batches) return [];
  return [
    '',
    `# ---- Mini-batches: the rows (from 0 on) that each step sees, ${lane.settings.batch} at a time, all rows in every epoch.`,
    ...(steps < wantedSteps
      ? [
          `# The run goes on to step ${wantedSteps}; its further batches are left out, for they would fill most of the file.`,
        ]
      : []),
    'BATCHES = [',
    ...batches.map((rows) => `    [${rows.join(', ')}],`),
    ']',
  ];
}

export const divergence = [
  'if not math.isfinite(loss):',
  '    # A status, not an error: Normscape stops at the last finite point, too.',
  '    print(f"diverged at step {step}", file=sys.stderr)',
  '    break',
];
