// How each normalization is written in Python.
import { defaultEps } from '../../network/normalization/normalization.ts';
import { defaultMomentum } from '../../network/running.ts';
import type { Normalization } from '../../network/spec.ts';
import { float } from './literals.ts';
import type { Spellings } from './spelling.ts';

export interface NormalizationSpelling {
  /** The module that normalizes `units` units. */
  pytorch(units: number, settings: Normalization): string;
  /** What a reader should know of losses in training mode; empty if there is nothing. */
  readonly remark: string;
  /** Whether a forward pass in training mode changes the module, though not what it returns. */
  readonly moves: boolean;
  /** NumPy: `normalize(x, gamma, beta)` and `normalize_backward(d, gamma, memory)`. */
  numpy(settings: Normalization): readonly string[];
}

export const normalizationSpellings: Spellings<NormalizationSpelling | null> = {
  none: null,
  batch: {
    pytorch: (units, { eps = defaultEps, momentum = defaultMomentum, affine }) =>
      `nn.BatchNorm1d(${units}, eps=${float(eps)}, momentum=${float(momentum)}` +
      `${affine === 'frozen' ? ', affine=False' : ''})`,
    remark:
      "The model stays in training mode: the losses are those of the batch's own means and variances.",
    moves: true,
    numpy: ({ eps = defaultEps }) => [
      'def normalize(x, gamma, beta):',
      '    """Batch norm: every unit (column) is standardized over the rows of the batch."""',
      '    mean = x.mean(axis=0)',
      '    variance = x.var(axis=0)  # divided by the number of rows',
      `    s = 1 / np.sqrt(variance + ${float(eps)})`,
      '    x_hat = (x - mean) * s',
      '    return gamma * x_hat + beta, (x_hat, s)',
      '',
      '',
      'def normalize_backward(d, gamma, memory):',
      '    """From the derivative by the result to those by x, gamma and beta: mean and deviation depend on x, too."""',
      '    x_hat, s = memory',
      '    level = d.mean(axis=0)',
      '    tilt = (d * x_hat).mean(axis=0)',
      '    d_x = gamma * s * (d - level - x_hat * tilt)',
      '    return d_x, (d * x_hat).sum(axis=0), d.sum(axis=0)',
    ],
  },
  layer: {
    pytorch: (units, { eps = defaultEps, affine }) =>
      `nn.LayerNorm(${units}, eps=${float(eps)}` +
      `${affine === 'frozen' ? ', elementwise_affine=False' : ''})`,
    remark: '',
    moves: false,
    numpy: ({ eps = defaultEps }) => [
      'def normalize(x, gamma, beta):',
      '    """Layer norm: every row is standardized over the units of the layer."""',
      '    mean = x.mean(axis=1, keepdims=True)',
      '    variance = x.var(axis=1, keepdims=True)  # divided by the number of units',
      `    s = 1 / np.sqrt(variance + ${float(eps)})`,
      '    x_hat = (x - mean) * s',
      '    return gamma * x_hat + beta, (x_hat, s)',
      '',
      '',
      'def normalize_backward(d, gamma, memory):',
      '    """From the derivative by the result to those by x, gamma and beta: mean and deviation depend on x, too."""',
      '    x_hat, s = memory',
      '    d_hat = gamma * d',
      '    level = d_hat.mean(axis=1, keepdims=True)',
      '    tilt = (d_hat * x_hat).mean(axis=1, keepdims=True)',
      '    d_x = s * (d_hat - level - x_hat * tilt)',
      '    return d_x, (d * x_hat).sum(axis=0), d.sum(axis=0)',
    ],
  },
};
