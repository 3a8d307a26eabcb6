// How a weight becomes a width and a strength of colour: one rule for all lanes, so that they can be compared.

/** Steps of width and colour, so that a line changes seldom while its weight changes all the time. */
const levels = 12;

/** The least of 1, 2, 5 times a power of ten that is not below the largest of these in size. */
export function scaleEnd(values: Iterable<number>): number {
  let largest = 0;
  for (const value of values) {
    const size = Math.abs(value);
    if (size > largest && size < Infinity) largest = size;
  }
  if (largest === 0) return 1;
  const power = Math.floor(Math.log10(largest));
  // Read from text, since products leave digits like those of 0.30000000000000004.
  const ends = [1, 2, 5, 10].map((factor) => Number(`${factor}e${power}`));
  return ends.find((end) => end >= largest) ?? largest;
}

export interface StrokeStyle {
  readonly sign: 'positive' | 'negative' | 'zero';
  /** 0 to 1, in steps. */
  readonly strength: number;
}

/** @param end the size that is drawn widest */
export function strokeStyle(value: number, end: number): StrokeStyle {
  const part = Math.min(1, Math.abs(value) / end);
  if (!(part > 0)) return { sign: 'zero', strength: 0 };
  const strength = Math.ceil(part * levels) / levels;
  return { sign: value > 0 ? 'positive' : 'negative', strength };
}
