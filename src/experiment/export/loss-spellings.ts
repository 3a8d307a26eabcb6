// How each loss is written in Python. `o` are the outputs and `y` the targets, one row a sample.
import type { Spellings } from './spelling.ts';

export interface LossSpelling {
  readonly pytorch: string;
  /** What a reader of the PyTorch program should know. */
  readonly remark: string;
  /** The mean over the rows. */
  readonly value: string;
  /** Its derivative by each output: it carries the factor 1 / rows. */
  readonly slope: string;
}

export const lossSpellings: Spellings<LossSpelling> = {
  mse: {
    pytorch: 'nn.MSELoss()',
    remark: 'the mean squared error, without a factor 1/2',
    value: 'np.mean((o - y) ** 2)',
    slope: '2 * (o - y) / len(y)',
  },
  bce: {
    pytorch: 'nn.BCEWithLogitsLoss()',
    remark: 'the mean cross-entropy; the outputs are logits',
    value: 'np.mean(np.maximum(o, 0) - o * y + np.log1p(np.exp(-np.abs(o))))',
    slope: '(1 / (1 + np.exp(-o)) - y) / len(y)',
  },
};
