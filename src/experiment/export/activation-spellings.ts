// How each activation is written in Python.
import type { Spellings } from './spelling.ts';

export interface ActivationSpelling {
  readonly pytorch: string;
  /** NumPy functions that the expressions call, before the first line that does. */
  readonly helpers?: readonly string[];
  /** The function of `z`. */
  value(z: string): string;
  /** Its derivative, a factor; `h` is its value. Null for 1. */
  readonly slope: ((z: string, h: string) => string) | null;
}

export const activationSpellings: Spellings<ActivationSpelling> = {
  tanh: {
    pytorch: 'nn.Tanh()',
    value: (z) => `np.tanh(${z})`,
    slope: (_z, h) => `(1 - ${h} ** 2)`,
  },
  relu: {
    pytorch: 'nn.ReLU()',
    value: (z) => `np.maximum(${z}, 0)`,
    slope: (z) => `(${z} > 0)`,
  },
  'leaky-relu': {
    pytorch: 'nn.LeakyReLU(0.01)',
    value: (z) => `np.where(${z} > 0, ${z}, 0.01 * ${z})`,
    slope: (z) => `np.where(${z} > 0, 1, 0.01)`,
  },
  gelu: {
    pytorch: 'nn.GELU()',
    helpers: [
      'def chance_below(z):',
      '    """How likely a standard normal number is below z."""',
      '    return np.vectorize(math.erfc, otypes=[float])(-z / math.sqrt(2)) / 2',
      '',
      '',
      'def normal_density(z):',
      '    return np.exp(-(z ** 2) / 2) / math.sqrt(2 * math.pi)',
    ],
    value: (z) => `${z} * chance_below(${z})`,
    slope: (z) => `(chance_below(${z}) + ${z} * normal_density(${z}))`,
  },
  sigmoid: {
    pytorch: 'nn.Sigmoid()',
    value: (z) => `1 / (1 + np.exp(-${z}))`,
    slope: (_z, h) => `(${h} * (1 - ${h}))`,
  },
  linear: {
    pytorch: 'nn.Identity()',
    value: (z) => z,
    slope: null,
  },
};
