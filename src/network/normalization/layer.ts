// Layer norm as a stage of the chain: every row is standardized over the units of its layer, then scaled and shifted
// unit by unit. It knows no batch, so a row's output depends on that row alone and there is nothing to run along.
import { createAffine } from './affine.ts';
import { createRows, rowsBackward, rowsForward } from './layer-rows.ts';
import { rowsBackwardTangent, rowsForwardTangent } from './layer-rows-tangent.ts';
import { defaultEps } from './normalization.ts';
import type { NormalizationKind } from './normalization.ts';

/** Ba, Kiros and Hinton (2016), equation 4, with PyTorch's eps. A layer of one unit has the constant output beta. */
export const layer: NormalizationKind = {
  id: 'layer',
  label: 'Layer norm',
  blurb:
    'Standardizes each row over the units of its layer: nothing depends on the batch, so it also works on one row.',
  formula: 'gamma (x - mean) / sqrt(variance + eps) + beta',
  places: ['before', 'after'],
  overRows: false,
  createStage(slots, settings, capacity, source, target) {
    const { units } = slots;
    const eps = settings.eps ?? defaultEps;
    const rows = createRows(units, capacity);
    const affine = createAffine(slots);
    const ofGamma = new Float64Array(units);
    const ofBeta = new Float64Array(units);
    return {
      forward(theta, count) {
        affine.load(theta);
        rowsForward(rows, units, count, source.value, eps, affine, target.value);
      },

      backward(_theta, count, gradient) {
        const { adjoint } = target;
        rowsBackward(rows, units, count, adjoint, affine, ofGamma, ofBeta, source.adjoint);
        affine.store(ofGamma, ofBeta, gradient);
      },

      forwardTangent(_theta, v, count) {
        affine.loadTangent(v);
        rowsForwardTangent(rows, units, count, source.tangent, affine, target.tangent);
      },

      backwardTangent(_theta, _v, count, out) {
        const { adjointTangent } = source;
        rowsBackwardTangent(rows, units, count, target, affine, ofGamma, ofBeta, adjointTangent);
        affine.store(ofGamma, ofBeta, out);
      },
    };
  },
};
