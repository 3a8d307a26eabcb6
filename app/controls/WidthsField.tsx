// The hidden layers: a menu of common networks, and a field for any other.
import { useId, useState } from 'react';
import { maximumHiddenLayers, maximumUnits } from '../../src/index.ts';
import { Problem } from './Problem.tsx';
import { useAnew } from './use-anew.ts';
import { useDraft } from './use-draft.ts';
import { describeWidths, formatWidths, parseWidths, presetWidths } from './widths.ts';

export interface WidthsFieldProps {
  readonly widths: readonly number[];
  readonly onChange: (widths: readonly number[]) => void;
}

const presets = presetWidths.map((widths) => ({
  id: formatWidths(widths),
  label: describeWidths(widths),
  widths,
}));

/** The option that brings the text field; no list of widths looks like it. */
const custom = 'other';

export function WidthsField({ widths, onChange }: WidthsFieldProps) {
  const id = useId();
  const anew = useAnew();
  const text = formatWidths(widths);
  const draft = useDraft({ widths: text }, (texts) => parseWidths(texts.widths), onChange);
  const known = presets.some((preset) => preset.id === text);
  const [typing, setTyping] = useState(false);
  const isCustom = typing || !known;
  return (
    <div
      className="control control-widths"
      data-custom={isCustom}
      title={`Units of each hidden layer, from the inputs on: up to ${maximumHiddenLayers} layers of 1 to ${maximumUnits} units.`}
    >
      <label htmlFor={id}>Hidden layers</label>
      <select
        id={id}
        value={isCustom ? custom : text}
        onChange={(event) => {
          setTyping(event.target.value === custom);
          const chosen = presets.find((preset) => preset.id === event.target.value);
          if (chosen) onChange(chosen.widths);
          anew();
        }}
      >
        {presets.map((preset) => (
          <option key={preset.id} value={preset.id}>
            {preset.label}
          </option>
        ))}
        <option value={custom}>other …</option>
      </select>
      {isCustom ? (
        <input
          className="number"
          type="text"
          autoComplete="off"
          spellCheck="false"
          aria-label="Widths of the hidden layers, as in 4-4"
          aria-invalid={draft.problem !== null}
          aria-describedby={draft.problem === null ? undefined : `${id}-problem`}
          value={draft.texts.widths}
          onChange={(event) => draft.type('widths', event.target.value)}
          onBlur={draft.commit}
          onKeyDown={draft.key}
        />
      ) : null}
      <Problem id={`${id}-problem`} text={draft.problem} />
    </div>
  );
}
