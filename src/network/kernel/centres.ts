// Inputs far from 0: single precision holds their distances from a centre, so that the digits in which rows differ stay.
import type { Samples } from '../../samples.ts';

/** What is taken away from each input; 0 where nothing is. */
export type Centres = readonly [number, number];

/** An input is far from 0 if its mean is more than this many times its deviation. */
const far = 4;

export const noCentres: Centres = [0, 0];

export const centresOf = (samples: Samples): Centres => [
  centreOf(samples, 0),
  centreOf(samples, 1),
];

function centreOf({ count, inputs }: Samples, index: 0 | 1): number {
  let sum = 0;
  for (let row = 0; row < count; row++) sum += inputs[2 * row + index];
  const mean = sum / count;
  let squares = 0;
  for (let row = 0; row < count; row++) {
    const distance = inputs[2 * row + index] - mean;
    squares += distance * distance;
  }
  return Math.abs(mean) > far * Math.sqrt(squares / count) ? mean : 0;
}
