// One scale of colours for targets and for what a network gives: a sample that is met has the colour of its ground.
import { scaleLinear } from 'd3-scale';
import type { Dataset } from '../../../src/index.ts';

/** Steps of colour, so that equal outputs make bands. */
export const targetSteps = 10;

export interface TargetColors {
  /** The values at both ends of the scale. */
  readonly ends: readonly [number, number];
  /** The step of a value, 0 to `targetSteps - 1`. */
  step(value: number): number;
  /** One colour a step. */
  readonly styles: readonly string[];
}

/** What targets span; 0 and 1 for classes. */
export function targetEnds(targets: ArrayLike<number>, task: Dataset['task']): [number, number] {
  if (task === 'classification') return [0, 1];
  let low = Infinity;
  let high = -Infinity;
  for (let row = 0; row < targets.length; row++) {
    low = Math.min(low, targets[row] ?? 0);
    high = Math.max(high, targets[row] ?? 0);
  }
  if (!(high >= low)) return [0, 1];
  return high > low ? [low, high] : [low - 1, high + 1];
}

/** From one colour for the lower end to another for the upper. */
export function targetColors(
  ends: readonly [number, number],
  lowest: string,
  highest: string,
): TargetColors {
  const [low, high] = ends;
  const mix = scaleLinear<string>([0, targetSteps - 1], [lowest, highest]);
  return {
    ends,
    step(value) {
      const part = Math.floor(((value - low) / (high - low)) * targetSteps);
      // Not a number stands at the lower end.
      return part > 0 ? Math.min(part, targetSteps - 1) : 0;
    },
    styles: Array.from({ length: targetSteps }, (_, k) => mix(k)),
  };
}
