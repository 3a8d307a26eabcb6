// Batch norm as a stage of the chain: every unit's column is standardized over the rows, then scaled and shifted.
import { columnBackward, columnForward, createColumns, shiftColumn } from './batch-column.ts';
import { columnBackwardTangent, columnForwardTangent } from './batch-column-tangent.ts';
import type { NormalizationKind } from './normalization.ts';

export const defaultEps = 1e-5;

/** Ioffe and Szegedy (2015), algorithms 1 and 2. */
export const batch: NormalizationKind = {
  id: 'batch',
  label: 'Batch norm',
  blurb:
    'Standardizes each unit over the rows of the batch, then lets it learn its own scale and shift.',
  formula: 'gamma (x - mean) / sqrt(variance + eps) + beta',
  createStage(slots, settings, capacity, source, target) {
    const { units, gamma, beta, statistics: first } = slots;
    const eps = settings.eps ?? defaultEps;
    const columns = createColumns(units, capacity);
    return {
      forward(theta, count, statistics, fixed) {
        const { mean, variance } = statistics;
        for (let unit = 0; unit < units; unit++) {
          const at = first + unit;
          const scale = theta[gamma + unit];
          const shift = theta[beta + unit];
          if (fixed) {
            const factor = scale / Math.sqrt(variance[at] + eps);
            shiftColumn(source.value, unit, count, mean[at], factor, shift, target.value);
          } else {
            columnForward(columns, unit, count, source.value, eps, scale, shift, target.value);
            mean[at] = columns.mean[unit];
            variance[at] = columns.variance[unit];
          }
        }
      },

      backward(theta, count, gradient) {
        const out = source.isInput ? null : source.adjoint;
        for (let unit = 0; unit < units; unit++) {
          columnBackward(columns, unit, count, target.adjoint, theta[gamma + unit], out);
          gradient[gamma + unit] = columns.adjointGamma[unit];
          gradient[beta + unit] = columns.adjointBeta[unit];
        }
      },

      forwardTangent(theta, v, count) {
        const tangent = source.isInput ? null : source.tangent;
        for (let unit = 0; unit < units; unit++) {
          columnForwardTangent(
            columns,
            unit,
            count,
            tangent,
            theta[gamma + unit],
            v[gamma + unit],
            v[beta + unit],
            target.tangent,
          );
        }
      },

      backwardTangent(theta, v, count, out) {
        const adjointTangent = source.isInput ? null : source.adjointTangent;
        for (let unit = 0; unit < units; unit++) {
          columnBackwardTangent(
            columns,
            unit,
            count,
            target,
            theta[gamma + unit],
            v[gamma + unit],
            adjointTangent,
          );
          out[gamma + unit] = columns.adjointGammaTangent[unit];
          out[beta + unit] = columns.adjointBetaTangent[unit];
        }
      },
    };
  },
};
