// Two classes as regions of a square: what disc, rings, xor, moons and spiral have in common.
import type { Dataset } from './dataset.ts';
import { createDrawn } from './drawn.ts';

export interface PlanarSpec {
  readonly id: string;
  readonly label: string;
  readonly blurb: string;
  /**
   * How far a place is from the border between the classes, above 0 in class 1 and below 0 in class 0. The square reaches
   * from -1 to 1 on both axes.
   */
  depth(x: number, y: number): number;
  /** Whether there are points at a place of the square; everywhere unless given. */
  isOccupied?(x: number, y: number): boolean;
}

/**
 * Points lie evenly over the occupied part of each class, rows of class 0 and of class 1 in turn, so that the classes
 * are of one size. Noise moves no point: every point meets the border somewhere else, by a normal step of standard
 * deviation `noise`, where 1 is half a range. So points near the border change sides, more of them and farther from it
 * the larger the noise, about as many either way, and the inputs stay what they were.
 *
 * Target loss: 0.2 for cross-entropy; 0.07 for squared error, which is the same share of what a constant reaches.
 */
export function createPlanar({ depth, isOccupied, ...entry }: PlanarSpec): Dataset {
  return createDrawn({
    ...entry,
    task: 'classification',
    ranges: [
      [-1, 1],
      [-1, 1],
    ],
    targetLoss: (_, loss) => (loss === 'bce' ? 0.2 : 0.07),
    start: (random, noise) => (row) => {
      const isWanted = row % 2 === 1;
      for (;;) {
        const u = random.uniform();
        const v = random.uniform();
        const x = 2 * u - 1;
        const y = 2 * v - 1;
        const inside = depth(x, y);
        if (inside > 0 !== isWanted || isOccupied?.(x, y) === false) continue;
        return [u, v, inside + noise * random.normal() > 0 ? 1 : 0];
      }
    },
  });
}
