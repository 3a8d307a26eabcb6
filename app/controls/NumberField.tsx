// A number to type, with a sentence beside it when it cannot be taken.
import { useId, useMemo } from 'react';
import type { Knob } from '../../src/index.ts';
import { ControlName } from './ControlName.tsx';
import { Problem } from './Problem.tsx';
import { formatNumber, parseNumber } from './number-text.ts';
import { createSliderScale } from './slider-scale.ts';
import { useDraft } from './use-draft.ts';

export interface NumberInputProps {
  readonly knob: Knob;
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** Accessible name, where no `<label>` names the field. */
  readonly name?: string;
  readonly id?: string;
}

/** The bare field and its sentence, to stand in a row of other things. */
export function NumberInput({ knob, value, onChange, name, id }: NumberInputProps) {
  const problemId = useId();
  const scale = useMemo(() => createSliderScale(knob), [knob]);
  const draft = useDraft(
    { number: formatNumber(value) },
    ({ number }) => parseNumber(number, knob),
    onChange,
  );
  return (
    <>
      <input
        className="number"
        type="text"
        inputMode={knob.integer ? 'numeric' : 'decimal'}
        autoComplete="off"
        spellCheck="false"
        id={id}
        aria-label={name}
        aria-invalid={draft.problem !== null}
        aria-describedby={draft.problem === null ? undefined : problemId}
        value={draft.texts.number}
        onChange={(event) => draft.type('number', event.target.value)}
        onBlur={draft.commit}
        onKeyDown={(event) => {
          if (draft.key(event)) return;
          const direction = { ArrowUp: 1, ArrowDown: -1 }[event.key];
          if (direction === undefined) return;
          event.preventDefault();
          onChange(
            knob.integer && knob.scale === 'linear'
              ? Math.min(knob.max, Math.max(knob.min, value + direction))
              : scale.toValue(scale.toPosition(value) + direction),
          );
        }}
      />
      <Problem id={problemId} text={draft.problem} />
    </>
  );
}

export interface NumberFieldProps extends Omit<NumberInputProps, 'name' | 'id'> {
  readonly label?: string;
  readonly title?: string;
  /** What the label means, one plain sentence. */
  readonly meaning?: string;
}

/** A labelled field on a row of its own. */
export function NumberField({ label, title, meaning, ...input }: NumberFieldProps) {
  const id = useId();
  const name = label ?? input.knob.label;
  return (
    <div className="control" title={title}>
      <ControlName text={name} meaning={meaning} controlId={id} />
      <NumberInput {...input} id={id} {...(meaning !== undefined && { name })} />
    </div>
  );
}
