// The question that the figure poses, in words, with its number taken from the samples.
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { FigureSession } from '../session/types.ts';
import { spreads } from './spreads.ts';

/** Two significant digits, for a factor in a sentence. */
const factorInWords = (factor: number) =>
  factor >= 100
    ? Number(factor.toPrecision(2)).toLocaleString('en')
    : String(Number(factor.toPrecision(2)));

export function Question({ session }: { readonly session: FigureSession }) {
  // A new generation has new lanes, and perhaps new samples.
  useStore(session.store, (state) => state.generation);
  const lane = session.views[0]?.lane;
  const question = useMemo(() => {
    if (!lane) return '';
    const [first, second] = spreads(lane.rawSamples.inputs);
    const [wide, narrow] = first >= second ? lane.features : lane.features.toReversed();
    const factor = Math.max(first, second) / Math.min(first, second);
    return factor < 1.5
      ? `What does gradient descent do when ${wide} and ${narrow} are on one scale?`
      : `What happens to gradient descent when ${wide} varies ${factorInWords(factor)} times as widely as ${narrow}?`;
  }, [lane]);
  return <p className="lab-question">{question}</p>;
}
