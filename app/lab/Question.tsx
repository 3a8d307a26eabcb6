// The question that the figure poses, above it.
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { FigureSession } from '../session/types.ts';
import { questionOf } from './question-of.ts';

export function Question({ session }: { readonly session: FigureSession }) {
  // A new generation has new lanes, and perhaps new samples.
  useStore(session.store, (state) => state.generation);
  const lane = session.views[0]?.lane;
  const question = useMemo(() => (lane ? questionOf(lane) : ''), [lane]);
  return <p className="lab-question">{question}</p>;
}
