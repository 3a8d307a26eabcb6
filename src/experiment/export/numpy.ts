// A run as a NumPy program: the forward and the backward pass written out by hand.
import type { Layout } from '../../network/layout.ts';
import type { NormalizationSlots } from '../../network/slots.ts';
import { activationSpellings } from './activation-spellings.ts';
import { floatRows, floats, indented } from './literals.ts';
import { lossSpellings } from './loss-spellings.ts';
import { normalizationSpellings } from './normalization-spellings.ts';
import { numpyPasses } from './numpy-passes.ts';
import type { Plan } from './plan.ts';
import { batchTable, dataTable, divergence, heading, scalingHeading } from './sections.ts';
import { spellingOf } from './spelling.ts';
import { numpyUpdate } from './update-lines.ts';

/** @throws {RangeError} on a member of a family that has no spelling */
export function numpyProgram(plan: Plan): string[] {
  const { spec, lane } = plan;
  const { helpers = [] } = spellingOf('activation', activationSpellings, spec.activation);
  const normalization = spellingOf(
    'normalization',
    normalizationSpellings,
    spec.normalization.kind,
  );
  spellingOf('loss', lossSpellings, spec.loss);
  return [
    ...heading(plan, 'NumPy: pip install numpy'),
    '',
    'import math',
    'import sys',
    '',
    'import numpy as np',
    '',
    '# A run that diverges is noticed below, and needs no further warnings.',
    'np.seterr(all="ignore")',
    '',
    `STEPS = ${plan.steps}`,
    '',
    ...dataTable(plan),
    'table = np.array(DATA)',
    'inputs, targets = table[:, :2], table[:, 2:]',
    ...scalingHeading(plan),
    ...(plan.scaling ? [plan.scaling.numpy] : []),
    '',
    '# ---- Starting parameters. Row k of a weight belongs to unit k. The last layer is linear.',
    'theta = {',
    ...indented(startingParameters(plan.layout, lane.start)),
    '}',
    ...batchTable(plan),
    ...definition(helpers),
    ...definition(normalization?.numpy(spec.normalization) ?? []),
    ...definition(numpyPasses(plan)),
    ...definition(numpyUpdate(plan)),
    '',
    '',
    ...(plan.batches ? batchLoop : fullLoop),
  ];
}

/** With the two empty lines that stand before a definition in Python. */
const definition = (lines: readonly string[]) => (lines.length > 0 ? ['', '', ...lines] : []);

function startingParameters(layout: Layout, start: Float64Array): string[] {
  const entry = (name: string, text: string) => `"${name}": np.array(${text}),`;
  const vector = (name: string, first: number, units: number) =>
    entry(name, floats(start.subarray(first, first + units)));
  /** Frozen, gamma and beta are no parameters. */
  const normalization = (slots: NormalizationSlots | null, k: number) =>
    slots === null || slots.gamma === null || slots.beta === null
      ? []
      : [
          vector(`gamma${k}`, slots.gamma, slots.units),
          vector(`beta${k}`, slots.beta, slots.units),
        ];
  return [
    ...normalization(layout.inputNormalization, 0),
    ...layout.layers.flatMap(({ inputs, units, weights, bias, normalization: slots }, k) => [
      entry(`W${k + 1}`, floatRows(start.subarray(weights, weights + units * inputs), inputs)),
      ...(bias === null ? [] : [vector(`b${k + 1}`, bias, units)]),
      ...normalization(slots, k + 1),
    ]),
  ];
}

const fullLoop = [
  'for step in range(STEPS + 1):',
  '    loss, gradient = loss_and_gradient(inputs, targets)',
  ...indented(divergence),
  '    print(step, f"{loss:.17g}")',
  '    update(gradient, step + 1)',
];

const batchLoop = [
  'for step in range(STEPS + 1):',
  '    loss, _ = loss_and_gradient(inputs, targets)',
  ...indented(divergence),
  '    print(step, f"{loss:.17g}")',
  '    if step < STEPS:',
  '        rows = BATCHES[step]',
  '        _, gradient = loss_and_gradient(inputs[rows], targets[rows])',
  '        update(gradient, step + 1)',
];
