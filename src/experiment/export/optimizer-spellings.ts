// How each optimizer is written in Python.
import { float } from './literals.ts';
import type { Spellings } from './spelling.ts';

/** A value for every knob of the optimizer, by id. */
type Knobs = Readonly<Record<string, number>>;

export interface OptimizerSpelling {
  /** The class of torch.optim. */
  readonly pytorch: string;
  /** Its arguments besides the parameters, `lr` and `weight_decay`. */
  arguments(knobs: Knobs): readonly string[];
  /** What it remembers of every parameter: names of dictionaries, each starting at 0. */
  readonly memory: readonly string[];
  /** The update of `theta[name]` by its gradient `g` in step `t`, 1 for the first, at `rate`; weight decay comes before. */
  update(knobs: Knobs): readonly string[];
}

const adamArguments = ({ beta1, beta2, epsilon }: Knobs) => [
  `betas=(${float(beta1)}, ${float(beta2)})`,
  `eps=${float(epsilon)}`,
];

const adamUpdate = ({ beta1, beta2, epsilon }: Knobs) => [
  `m[name] = ${float(beta1)} * m[name] + (1 - ${float(beta1)}) * g`,
  `v[name] = ${float(beta2)} * v[name] + (1 - ${float(beta2)}) * g ** 2`,
  '# Both started at 0, which these two divisions correct.',
  `m_corrected = m[name] / (1 - ${float(beta1)} ** t)`,
  `v_corrected = v[name] / (1 - ${float(beta2)} ** t)`,
  `theta[name] -= rate * m_corrected / (np.sqrt(v_corrected) + ${float(epsilon)})`,
];

export const optimizerSpellings: Spellings<OptimizerSpelling> = {
  sgd: {
    pytorch: 'SGD',
    arguments: () => [],
    memory: [],
    update: () => ['theta[name] -= rate * g'],
  },
  momentum: {
    pytorch: 'SGD',
    arguments: ({ momentum }) => [`momentum=${float(momentum)}`],
    memory: ['velocity'],
    update: ({ momentum }) => [
      `velocity[name] = ${float(momentum)} * velocity[name] + g`,
      'theta[name] -= rate * velocity[name]',
    ],
  },
  nesterov: {
    pytorch: 'SGD',
    // PyTorch refuses Nesterov's form without momentum; without it the two forms are one.
    arguments: ({ momentum }) => [
      `momentum=${float(momentum)}`,
      ...(momentum > 0 ? ['nesterov=True'] : []),
    ],
    memory: ['velocity'],
    update: ({ momentum }) => [
      `velocity[name] = ${float(momentum)} * velocity[name] + g`,
      `theta[name] -= rate * (g + ${float(momentum)} * velocity[name])`,
    ],
  },
  adagrad: {
    pytorch: 'Adagrad',
    arguments: ({ epsilon }) => [`eps=${float(epsilon)}`],
    memory: ['total'],
    update: ({ epsilon }) => [
      'total[name] += g ** 2',
      `theta[name] -= rate * g / (np.sqrt(total[name]) + ${float(epsilon)})`,
    ],
  },
  rmsprop: {
    pytorch: 'RMSprop',
    arguments: ({ alpha, epsilon }) => [`alpha=${float(alpha)}`, `eps=${float(epsilon)}`],
    memory: ['square'],
    update: ({ alpha, epsilon }) => [
      `square[name] = ${float(alpha)} * square[name] + (1 - ${float(alpha)}) * g ** 2`,
      `theta[name] -= rate * g / (np.sqrt(square[name]) + ${float(epsilon)})`,
    ],
  },
  adam: {
    pytorch: 'Adam',
    arguments: adamArguments,
    memory: ['m', 'v'],
    update: adamUpdate,
  },
  adamw: {
    pytorch: 'AdamW',
    arguments: adamArguments,
    memory: ['m', 'v'],
    update: adamUpdate,
  },
};
