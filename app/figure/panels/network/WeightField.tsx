// Where one weight starts, as a number to type: it shows the weight as it is now, and starts the run anew when changed.
import { useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { parseNumber } from '../../../controls/number-text.ts';
import { Problem } from '../../../controls/Problem.tsx';
import { formatReading } from '../../../../src/index.ts';
import { parameterLabel } from '../../../session/parameter-label.ts';
import type { FigureSession, LaneView } from '../../../session/types.ts';
import type { Parameter } from './graph.ts';

export interface WeightFieldProps {
  readonly session: FigureSession;
  readonly view: LaneView;
  readonly parameter: Parameter;
}

/** What a link may say. */
const limits = { min: -1e9, max: 1e9 };

/** Digits of the number while it is not being typed. */
const digits = 5;

export function WeightField({ session, view, parameter }: WeightFieldProps) {
  const { lane } = view;
  const { name, index } = parameter;
  const input = useRef<HTMLInputElement>(null);
  /** What stood there when typing began; null while nothing is typed. */
  const before = useRef<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const isChosen = useStore(
    session.store,
    ({ experiment: { set, from } }) => from !== null || Object.keys(set).length > 0,
  );

  useEffect(
    () =>
      session.onFrame(() => {
        if (!input.current || before.current !== null) return;
        const text = formatReading(lane.theta[index], digits);
        if (input.current.value !== text) input.current.value = text;
      }),
    [session, lane, index],
  );

  const restore = () => {
    before.current = null;
    setProblem(null);
    session.invalidate();
  };
  const commit = () => {
    const text = input.current?.value ?? '';
    if (before.current === null || text === before.current) {
      restore();
      return;
    }
    const { value, problem: found } = parseNumber(text, limits);
    if (value === null) {
      setProblem(found);
      return;
    }
    restore();
    const { set } = session.store.getState().experiment;
    session.update({ set: { ...set, [name]: value } });
  };

  return (
    <div className="network-field">
      <label htmlFor={id} title={`${name} in links and files`}>
        {parameterLabel(name, lane)} now
      </label>
      <input
        ref={input}
        className="number"
        id={id}
        type="text"
        autoComplete="off"
        spellCheck="false"
        enterKeyHint="go"
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? `${id}note` : `${id}problem`}
        onFocus={(event) => {
          // What is being typed must not change under the hand.
          before.current ??= event.target.value;
          event.target.select();
        }}
        onBlur={commit}
        onChange={(event) => {
          if (problem !== null) setProblem(parseNumber(event.target.value, limits).problem);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            commit();
            if (before.current === null) before.current = event.currentTarget.value;
          } else if (event.key === 'Escape') {
            event.currentTarget.value = before.current ?? event.currentTarget.value;
            setProblem(null);
          }
        }}
      />
      <button
        type="button"
        className="icon-button"
        disabled={!isChosen}
        onClick={() => session.update({ set: {}, from: null })}
      >
        Start as the seed says
      </button>
      {problem === null ? (
        <p className="panel-note" id={`${id}note`}>
          Type another and press Enter: every lane starts anew from it, the other weights as before.
        </p>
      ) : (
        <Problem id={`${id}problem`} text={problem} />
      )}
    </div>
  );
}
