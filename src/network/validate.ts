// What a network may be: the limits, and a plain sentence for whoever oversteps them.
import type { Samples } from '../samples.ts';
import { activations } from './activations.ts';
import { losses } from './losses.ts';
import { normalizations } from './normalization/index.ts';
import type { NetworkSpec } from './spec.ts';

export const maximumHiddenLayers = 10;
export const maximumUnits = 16;

const places = normalizations.get('none').places;

const affines = ['learned', 'frozen'];

/** @throws {RangeError} naming what is wrong and what would be right */
export function validateSpec(spec: NetworkSpec): void {
  const { sizes, normalization } = spec;
  const hidden = sizes.slice(1, -1);
  if (sizes.length < 2 || sizes[0] !== 2 || sizes[sizes.length - 1] !== 1) {
    throw new RangeError(`wrong layer sizes: ${sizes.join('-')} (2 inputs first, 1 output last)`);
  }
  if (hidden.length > maximumHiddenLayers) {
    throw new RangeError(
      `too many hidden layers: ${hidden.length} (at most ${maximumHiddenLayers})`,
    );
  }
  for (const units of hidden) {
    if (!Number.isInteger(units) || units < 1 || units > maximumUnits) {
      throw new RangeError(
        `wrong layer width: ${units} (a whole number from 1 to ${maximumUnits})`,
      );
    }
  }
  activations.get(spec.activation);
  losses.get(spec.loss);
  const { places: ownPlaces, overRows, label } = normalizations.get(normalization.kind);
  if (!places.includes(normalization.place)) {
    throw new RangeError(
      `unknown normalization place: ${normalization.place} (known: ${places.join(', ')})`,
    );
  }
  if (!ownPlaces.includes(normalization.place)) {
    throw new RangeError(
      `wrong place of ${label.toLowerCase()}: ${normalization.place} (known: ${ownPlaces.join(', ')})`,
    );
  }
  const { eps, momentum, affine, noise } = normalization;
  if (eps !== undefined && !(eps > 0 && eps < Infinity)) {
    throw new RangeError(`wrong normalization eps: ${eps} (a finite number above 0)`);
  }
  if (momentum !== undefined && !(momentum >= 0 && momentum <= 1)) {
    throw new RangeError(`wrong normalization momentum: ${momentum} (a number from 0 to 1)`);
  }
  if (affine !== undefined && !affines.includes(affine)) {
    throw new RangeError(`unknown normalization affine: ${affine} (known: ${affines.join(', ')})`);
  }
  if (noise !== undefined && !(noise >= 0 && noise < Infinity)) {
    throw new RangeError(`wrong normalization noise: ${noise} (a finite number of at least 0)`);
  }
  if (noise && !overRows) {
    throw new RangeError(`misplaced normalization noise: ${noise} (only batch norm has noise)`);
  }
}

/** @throws {RangeError} naming what is wrong and what would be right */
export function validateSamples({ count, inputs, targets }: Samples): void {
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(`too few samples: ${count} (at least 1 row)`);
  }
  if (inputs.length !== 2 * count || targets.length !== count) {
    throw new RangeError(
      `inconsistent samples: ${inputs.length} inputs and ${targets.length} targets for ${count} rows ` +
        '(2 inputs and 1 target a row)',
    );
  }
}
