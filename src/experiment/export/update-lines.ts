// How gradients become steps: the lines about the optimizer, the schedule, clipping and decay, in both languages.
import { float, indented, plain } from './literals.ts';
import { optimizerSpellings } from './optimizer-spellings.ts';
import type { Plan } from './plan.ts';
import { scheduleSpellings } from './schedule-spellings.ts';
import { spellingOf } from './spelling.ts';

/** Added to the length before dividing by it, as in `clip_grad_norm_`. */
const normEpsilon = '1e-6';

function factorOf({ rule }: Plan): string | null {
  const spelling = spellingOf('schedule', scheduleSpellings, rule.schedule.id);
  return spelling && spelling(rule.knobs);
}

const factorLines = (plan: Plan, factor: string): string[] => [
  `# The learning rate is multiplied by: ${plain(plan.rule.schedule.formula)}`,
  'def factor(t):',
  '    """t: how many steps were taken before."""',
  `    return ${factor}`,
];

/** `optimizer`, and `scheduler` where the rate is not constant. */
export function pytorchOptimizer(plan: Plan): string[] {
  const { optimizer, learningRate, knobs, decay } = plan.rule;
  const spelling = spellingOf('optimizer', optimizerSpellings, optimizer.id);
  const all = [
    `lr=${float(learningRate)}`,
    ...spelling.arguments(knobs),
    ...(decay > 0 || optimizer.decoupledDecay ? [`weight_decay=${float(decay)}`] : []),
  ];
  const factor = factorOf(plan);
  return [
    `optimizer = torch.optim.${spelling.pytorch}(model.parameters(), ${all.join(', ')})`,
    ...(factor === null
      ? []
      : [
          '',
          '',
          ...factorLines(plan, factor),
          '',
          '',
          'scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, factor)',
        ]),
  ];
}

/** After `backward()`. */
export function pytorchStep(plan: Plan): string[] {
  const { clip } = plan.rule;
  return [
    ...(clip > 0 ? [`nn.utils.clip_grad_norm_(model.parameters(), ${float(clip)})`] : []),
    'optimizer.step()',
    ...(factorOf(plan) === null ? [] : ['scheduler.step()']),
  ];
}

/** The lines of `update(gradient, t)`. */
export function numpyUpdate(plan: Plan): string[] {
  const { optimizer, learningRate, knobs, decay, clip } = plan.rule;
  const spelling = spellingOf('optimizer', optimizerSpellings, optimizer.id);
  const factor = factorOf(plan);
  const decayed = optimizer.decoupledDecay
    ? `theta[name] *= 1 - rate * ${float(decay)}`
    : `g = g + ${float(decay)} * theta[name]  # weight decay`;
  return [
    ...(factor === null ? [] : [...factorLines(plan, factor), '', '']),
    `# ---- ${plain(optimizer.label)}: ${plain(optimizer.formula)}`,
    ...spelling.memory.map(
      (name) => `${name} = {name: np.zeros_like(value) for name, value in theta.items()}`,
    ),
    ...(spelling.memory.length > 0 ? ['', ''] : []),
    'def update(gradient, t):',
    '    """Step t, 1 for the first: moves theta in place."""',
    `    rate = ${float(learningRate)}${factor === null ? '' : ' * factor(t - 1)'}`,
    ...(clip > 0 ? indented(clipping(clip)) : []),
    '    for name, g in gradient.items():',
    ...indented(indented([...(decay > 0 ? [decayed] : []), ...spelling.update(knobs)])),
  ];
}

const clipping = (clip: number) => [
  '# A gradient that is too long is shortened, all parameters together.',
  'length = math.sqrt(sum((g ** 2).sum() for g in gradient.values()))',
  `shrink = min(1, ${float(clip)} / (length + ${normEpsilon}))`,
  'gradient = {name: shrink * g for name, g in gradient.items()}',
];
