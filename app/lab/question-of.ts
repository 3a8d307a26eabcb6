// The question that a figure poses, in words, with its number taken from the samples.
import type { Lane } from '../../src/index.ts';
import { compareSpreads, factorInWords } from '../controls/spreads.ts';

export function questionOf(lane: Lane): string {
  const { wide, narrow, factor } = compareSpreads(lane.features, lane.rawSamples.inputs);
  return factor < 1.5
    ? `What does gradient descent do when ${wide} and ${narrow} are on one scale?`
    : `What happens to gradient descent when ${wide} varies ${factorInWords(factor)} times as widely as ${narrow}?`;
}
