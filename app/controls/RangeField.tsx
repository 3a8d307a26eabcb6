// The range of a feature on one line: both ends to type, and a slider that makes it a hundred times smaller.
import { useId, useMemo } from 'react';
import type { Range } from '../../src/index.ts';
import { rangeEndKnob, rangeWidthKnob } from './knobs.ts';
import { formatNumber } from './number-text.ts';
import { Problem } from './Problem.tsx';
import { parseRange, withWidth } from './range.ts';
import { SliderInput } from './Slider.tsx';
import { useDraft } from './use-draft.ts';

export interface RangeFieldProps {
  readonly label: string;
  readonly value: Range;
  /** Called at most once a frame while the slider is dragged. */
  readonly onChange: (value: Range) => void;
}

const ends = [
  { key: 'low', name: 'from' },
  { key: 'high', name: 'to' },
] as const;

export function RangeField({ label, value, onChange }: RangeFieldProps) {
  const problemId = useId();
  const [low, high] = value;
  const draft = useDraft(
    useMemo(() => ({ low: formatNumber(low), high: formatNumber(high) }), [low, high]),
    (texts) => parseRange(texts.low, texts.high, rangeEndKnob),
    onChange,
  );
  return (
    <div className="control control-range" role="group" aria-label={`Range of ${label}`}>
      <span className="control-name" aria-hidden="true">
        {label}
      </span>
      {ends.map(({ key, name }) => (
        <input
          key={key}
          className="number"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          spellCheck="false"
          aria-label={`${label} ${name}`}
          aria-invalid={draft.problem !== null}
          aria-describedby={draft.problem === null ? undefined : problemId}
          value={draft.texts[key]}
          onChange={(event) => draft.type(key, event.target.value)}
          onBlur={draft.commit}
          onKeyDown={draft.key}
        />
      ))}
      <SliderInput
        knob={rangeWidthKnob}
        value={high - low}
        onChange={(width) => onChange(withWidth(value, width))}
        name={`Width of ${label}`}
      />
      <Problem id={problemId} text={draft.problem} />
    </div>
  );
}
