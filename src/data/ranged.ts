// Points spread evenly over two ranges of unlike scale: what the two-scale sets have in common.
import type { Dataset } from './dataset.ts';
import { createDrawn } from './drawn.ts';

export interface RangedSpec {
  readonly id: string;
  readonly label: string;
  readonly blurb: string;
  readonly task: Dataset['task'];
  /** The target at positions `u` and `v` (0 to 1) within the two ranges, and noise of the chosen spread. */
  target(u: number, v: number, noise: number): number;
}

export function createRanged({ target, ...entry }: RangedSpec): Dataset {
  return createDrawn({
    ...entry,
    ranges: [
      [0, 1],
      [0, 0.01],
    ],
    start: (random, noise) => () => {
      const u = random.uniform();
      const v = random.uniform();
      return [u, v, target(u, v, noise * random.normal())];
    },
  });
}
