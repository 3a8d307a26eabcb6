// A lane whose learning rate is too big is offered a lower one, which has been tried, before it diverges.
import { useEffect, useRef } from 'react';
import { findLowerRate, formatNumber, type Repair } from '../../src/index.ts';
import type { FigureSession, LaneView } from '../session/types.ts';
import { inTurns } from './divergence/in-turns.ts';
import { isTooBig, lowerRates } from './safe-rate.ts';

export interface SaferRateProps {
  readonly session: FigureSession;
  readonly view: LaneView;
}

export function SaferRate({ session, view }: SaferRateProps) {
  const button = useRef<HTMLButtonElement>(null);
  const number = useRef<HTMLSpanElement>(null);
  const offered = useRef<Repair | null>(null);
  useEffect(() => {
    const { lane, index } = view;
    let giveUp: (() => void) | null = null;
    const search = () =>
      inTurns(findLowerRate(session.store.getState().experiment, index, lane), (found) => {
        lowerRates.set(lane, found);
        session.invalidate();
      });
    const stop = session.onFrame(() => {
      const isOffered = isTooBig(view);
      if (isOffered && !lowerRates.has(lane)) giveUp ??= search();
      const offer = (isOffered && lowerRates.get(lane)) || null;
      if (!button.current || !number.current || offer === offered.current) return;
      offered.current = offer;
      button.current.hidden = offer === null;
      button.current.title = offer?.trial ?? '';
      const rate = offer?.lanes[index]?.overrides.learningRate ?? null;
      number.current.textContent = formatNumber(rate, 2);
    });
    return () => {
      stop();
      giveUp?.();
    };
  }, [session, view]);
  return (
    <button
      ref={button}
      type="button"
      className="remedy safer-rate"
      hidden
      onClick={() => {
        const { current } = offered;
        if (current === null) return;
        session.update({ lanes: current.lanes });
        session.play();
      }}
    >
      use <span ref={number} />
    </button>
  );
}
