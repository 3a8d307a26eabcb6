// The question that a figure poses, in words, with its number taken from the samples, or from the ranges that they fill.
import { compareSpreads, type Lane } from '../../src/index.ts';
import { factorInWords } from '../controls/spreads.ts';

export function questionOf({ features, ranges, rawSamples }: Lane): string {
  const spreads = compareSpreads(rawSamples.inputs, ranges);
  const { factor } = spreads;
  const [wide, narrow] = [features[spreads.wide], features[spreads.narrow]];
  return factor < 1.5
    ? `What does gradient descent do when ${wide} and ${narrow} are on one scale?`
    : `What happens to gradient descent when ${wide} varies ${factorInWords(factor)} times as widely as ${narrow}?`;
}
