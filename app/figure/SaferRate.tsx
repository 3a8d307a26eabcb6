// A lane whose learning rate is too big is offered a safe one before it diverges.
import { useEffect, useRef } from 'react';
import { formatNumber } from '../../src/index.ts';
import { editLane } from '../controls/lanes.ts';
import type { FigureSession, LaneView } from '../session/types.ts';
import { saferRate } from './safe-rate.ts';

export interface SaferRateProps {
  readonly session: FigureSession;
  readonly view: LaneView;
}

export function SaferRate({ session, view }: SaferRateProps) {
  const button = useRef<HTMLButtonElement>(null);
  const number = useRef<HTMLSpanElement>(null);
  const offered = useRef<number | null>(null);
  useEffect(
    () =>
      session.onFrame(() => {
        const rate = saferRate(view);
        if (!button.current || !number.current || rate === offered.current) return;
        offered.current = rate;
        button.current.hidden = rate === null;
        number.current.textContent = formatNumber(rate, 2);
      }),
    [session, view],
  );
  return (
    <button
      ref={button}
      type="button"
      className="remedy safer-rate"
      hidden
      title="Changes this lane alone, and runs again from step 0."
      onClick={() => {
        const learningRate = offered.current;
        const { lanes } = session.store.getState().experiment;
        const overrides = lanes[view.index]?.overrides;
        if (learningRate === null || !overrides) return;
        session.update({
          lanes: editLane(lanes, view.index, { overrides: { ...overrides, learningRate } }),
        });
        session.play();
      }}
    >
      use <span ref={number} />
    </button>
  );
}
