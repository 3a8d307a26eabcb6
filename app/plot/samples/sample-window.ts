// Which part of the input plane shows a cloud of samples: fitted to each input, or with equal units for both.
import type { Window } from '../plot-frame.ts';

/** The part of its span that is left free on either side of a cloud. */
const room = 0.07;

/** Lower and upper end of a column of two-column rows; a little around a column of one value. */
function ends(inputs: ArrayLike<number>, column: 0 | 1): readonly [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (let i = column; i < inputs.length; i += 2) {
    const value = inputs[i] ?? 0;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (!(high >= low)) return [-1, 1];
  if (high > low) return [low, high];
  const around = Math.abs(low) / 10 || 1;
  return [low - around, high + around];
}

const widened = ([low, high]: readonly [number, number], span: number): [number, number] => {
  const half = (span * (1 + 2 * room)) / 2;
  const middle = (low + high) / 2;
  return [middle - half, middle + half];
};

/**
 * @param inputs count x 2, row major
 * @param equal a square in units of the inputs, so that what is narrow looks narrow
 */
export function sampleWindow(inputs: ArrayLike<number>, equal: boolean): Window {
  const [first, second] = [ends(inputs, 0), ends(inputs, 1)];
  const spans = [first[1] - first[0], second[1] - second[0]] as const;
  const widest = Math.max(...spans);
  return [
    ...widened(first, equal ? widest : spans[0]),
    ...widened(second, equal ? widest : spans[1]),
  ];
}
