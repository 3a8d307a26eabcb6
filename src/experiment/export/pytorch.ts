// A run as a PyTorch program.
import type { LayerSlots, NormalizationSlots } from '../../network/slots.ts';
import { activationSpellings } from './activation-spellings.ts';
import { floatRows, floats, indented, plain } from './literals.ts';
import { lossSpellings } from './loss-spellings.ts';
import { normalizationSpellings } from './normalization-spellings.ts';
import type { Plan } from './plan.ts';
import { batchTable, dataTable, divergence, heading, scalingHeading } from './sections.ts';
import { spellingOf } from './spelling.ts';
import { pytorchOptimizer, pytorchStep } from './update-lines.ts';

/** @throws {RangeError} on a member of a family that has no spelling */
export function pytorchProgram(plan: Plan): string[] {
  const { spec, rule } = plan;
  const loss = spellingOf('loss', lossSpellings, spec.loss);
  const normalization = spellingOf(
    'normalization',
    normalizationSpellings,
    spec.normalization.kind,
  );
  const copies = plan.batches !== null && normalization !== null && normalization.moves;
  return [
    ...heading(plan, 'PyTorch: pip install torch'),
    '',
    ...(copies ? ['import copy'] : []),
    'import math',
    'import sys',
    '',
    'import torch',
    'from torch import nn',
    '',
    '# Normscape computes in float64. In float32 the losses would differ from about the seventh digit on.',
    'torch.set_default_dtype(torch.float64)',
    '',
    `STEPS = ${plan.steps}`,
    '',
    ...dataTable(plan),
    'table = torch.tensor(DATA)',
    'inputs, targets = table[:, :2], table[:, 2:]',
    ...scalingHeading(plan),
    ...(plan.scaling ? [plan.scaling.pytorch] : []),
    '',
    '# ---- Network, from the inputs to the output. The last layer is linear.',
    'model = nn.Sequential(',
    ...indented(modules(plan)),
    ')',
    '',
    '# ---- Starting parameters, in the order of model.parameters(): module by module, weight before bias.',
    '# Row k of a weight belongs to unit k.',
    'START = [',
    ...indented(startingParameters(plan)),
    ']',
    'with torch.no_grad():',
    '    for parameter, values in zip(model.parameters(), START):',
    '        parameter.copy_(torch.tensor(values))',
    ...batchTable(plan),
    '',
    `# ---- Training: ${plain(rule.optimizer.label)}, ${plain(rule.optimizer.formula)}`,
    `loss_function = ${loss.pytorch}  # ${loss.remark}`,
    ...pytorchOptimizer(plan),
    '',
    ...(plan.batches ? batchLoop(plan, copies) : fullLoop(plan, normalization?.remark ?? '')),
  ];
}

function modules({ spec, layout }: Plan): string[] {
  const activation = spellingOf('activation', activationSpellings, spec.activation);
  const lines: string[] = [];
  const normalize = (slots: NormalizationSlots | null) => {
    const spelling = normalizationSpellings[spec.normalization.kind];
    if (slots && spelling) lines.push(`${spelling.pytorch(slots.units, spec.normalization)},`);
  };
  normalize(layout.inputNormalization);
  layout.layers.forEach(({ inputs, units, bias, normalization }, k) => {
    lines.push(
      bias === null
        ? `nn.Linear(${inputs}, ${units}, bias=False),  # batch norm would take a bias away again`
        : `nn.Linear(${inputs}, ${units}),`,
    );
    if (k === layout.layers.length - 1) return;
    if (spec.normalization.place === 'before') normalize(normalization);
    lines.push(`${activation.pytorch},`);
    if (spec.normalization.place === 'after') normalize(normalization);
  });
  return lines;
}

function startingParameters({ layout, lane }: Plan): string[] {
  const { start } = lane;
  const vector = (name: string, first: number, units: number) =>
    `${floats(start.subarray(first, first + units))},  # ${name}`;
  /** Frozen, gamma and beta are no parameters. */
  const normalization = (slots: NormalizationSlots | null, k: number) =>
    slots === null || slots.gamma === null || slots.beta === null
      ? []
      : [
          vector(`gamma${k}`, slots.gamma, slots.units),
          vector(`beta${k}`, slots.beta, slots.units),
        ];
  const dense = ({ inputs, units, weights, bias }: LayerSlots, k: number) => [
    `${floatRows(start.subarray(weights, weights + units * inputs), inputs)},  # W${k}`,
    ...(bias === null ? [] : [vector(`b${k}`, bias, units)]),
  ];
  return [
    ...normalization(layout.inputNormalization, 0),
    ...layout.layers.flatMap((layer, k) => [
      ...dense(layer, k + 1),
      ...normalization(layer.normalization, k + 1),
    ]),
  ];
}

const fullLoop = (plan: Plan, remark: string) => [
  ...(remark === '' ? [] : [`# ${remark}`]),
  'for step in range(STEPS + 1):',
  '    optimizer.zero_grad()',
  '    result = loss_function(model(inputs), targets)',
  '    loss = result.item()',
  ...indented(divergence),
  '    print(step, f"{loss:.17g}")',
  '    result.backward()',
  ...indented(pytorchStep(plan)),
];

const batchLoop = (plan: Plan, copies: boolean) => [
  'for step in range(STEPS + 1):',
  '    with torch.no_grad():',
  ...(copies
    ? [
        '        # A copy is asked, so that only training steps move the running means and variances.',
        '        loss = loss_function(copy.deepcopy(model)(inputs), targets).item()',
      ]
    : ['        loss = loss_function(model(inputs), targets).item()']),
  ...indented(divergence),
  '    print(step, f"{loss:.17g}")',
  '    if step < STEPS:',
  '        rows = BATCHES[step]',
  '        optimizer.zero_grad()',
  '        loss_function(model(inputs[rows]), targets[rows]).backward()',
  ...indented(indented(pytorchStep(plan))),
];
