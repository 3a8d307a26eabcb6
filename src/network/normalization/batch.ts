// Batch norm as a stage of the chain: every unit's column is standardized over the rows, then scaled and shifted.
import { createAffine } from './affine.ts';
import { columnBackward, columnForward } from './batch-column.ts';
import { columnBackwardTangent, columnForwardTangent } from './batch-column-tangent.ts';
import { createColumns } from './columns.ts';
import {
  fixedBackward,
  fixedBackwardTangent,
  fixedForward,
  fixedForwardTangent,
} from './fixed-column.ts';
import { defaultEps } from './normalization.ts';
import type { NormalizationKind } from './normalization.ts';

/** The derivatives through the statistics of the batch, and those with statistics that are given. */
const measuredSweeps = {
  backward: columnBackward,
  forwardTangent: columnForwardTangent,
  backwardTangent: columnBackwardTangent,
};
const fixedSweeps: typeof measuredSweeps = {
  backward: fixedBackward,
  forwardTangent: fixedForwardTangent,
  backwardTangent: fixedBackwardTangent,
};

/** Ioffe and Szegedy (2015), algorithms 1 and 2. */
export const batch: NormalizationKind = {
  id: 'batch',
  label: 'Batch norm',
  blurb:
    'Standardizes each unit over the rows of the batch, then lets it learn its own scale and shift.',
  formula: 'gamma (x - mean) / sqrt(variance + eps) + beta',
  places: ['before', 'after', 'input'],
  overRows: true,
  createStage(slots, settings, capacity, source, target) {
    const { units, statistics: first } = slots;
    const eps = settings.eps ?? defaultEps;
    const columns = createColumns(units, capacity);
    const affine = createAffine(slots);
    const { gamma, beta, gammaTangent, betaTangent } = affine;
    /** Those of the latest forward sweep. */
    let sweeps = measuredSweeps;
    return {
      forward(theta, count, statistics, fixed) {
        const { mean, variance } = statistics;
        const x = source.value;
        const y = target.value;
        affine.load(theta);
        sweeps = fixed ? fixedSweeps : measuredSweeps;
        for (let unit = 0; unit < units; unit++) {
          const at = first + unit;
          const scale = gamma[unit];
          const shift = beta[unit];
          if (fixed) {
            const deviation = Math.sqrt(variance[at] + eps);
            fixedForward(columns, unit, count, x, mean[at], deviation, scale, shift, y);
          } else {
            columnForward(columns, unit, count, x, eps, scale, shift, y);
            mean[at] = columns.mean[unit];
            variance[at] = columns.variance[unit];
          }
        }
      },

      backward(_theta, count, gradient) {
        const out = source.isInput ? null : source.adjoint;
        for (let unit = 0; unit < units; unit++) {
          sweeps.backward(columns, unit, count, target.adjoint, gamma[unit], out);
        }
        affine.store(columns.adjointGamma, columns.adjointBeta, gradient);
      },

      forwardTangent(_theta, v, count) {
        const tangent = source.isInput ? null : source.tangent;
        affine.loadTangent(v);
        for (let unit = 0; unit < units; unit++) {
          sweeps.forwardTangent(
            columns,
            unit,
            count,
            tangent,
            gamma[unit],
            gammaTangent[unit],
            betaTangent[unit],
            target.tangent,
          );
        }
      },

      backwardTangent(_theta, _v, count, out) {
        const adjointTangent = source.isInput ? null : source.adjointTangent;
        for (let unit = 0; unit < units; unit++) {
          sweeps.backwardTangent(
            columns,
            unit,
            count,
            target,
            gamma[unit],
            gammaTangent[unit],
            adjointTangent,
          );
        }
        affine.store(columns.adjointGammaTangent, columns.adjointBetaTangent, out);
      },
    };
  },
};
