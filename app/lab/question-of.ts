// The question that a figure poses, in words, with its number taken from the samples.
import type { Lane } from '../../src/index.ts';
import { spreads } from './spreads.ts';

/** Two significant digits, for a factor in a sentence. */
const factorInWords = (factor: number) =>
  factor >= 100
    ? Number(factor.toPrecision(2)).toLocaleString('en')
    : String(Number(factor.toPrecision(2)));

export function questionOf(lane: Lane): string {
  const [first, second] = spreads(lane.rawSamples.inputs);
  const [wide, narrow] = first >= second ? lane.features : lane.features.toReversed();
  const factor = Math.max(first, second) / Math.min(first, second);
  return factor < 1.5
    ? `What does gradient descent do when ${wide} and ${narrow} are on one scale?`
    : `What happens to gradient descent when ${wide} varies ${factorInWords(factor)} times as widely as ${narrow}?`;
}
