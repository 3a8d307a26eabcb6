// A knob drawn: a native slider beside a field that takes typed numbers.
import { useId, useMemo } from 'react';
import type { Knob } from '../../src/index.ts';
import { ControlName, nameIdOf } from './ControlName.tsx';
import { NumberInput } from './NumberField.tsx';
import { formatNumber } from './number-text.ts';
import { createSliderScale } from './slider-scale.ts';
import { useFrameThrottle } from './use-frame-throttle.ts';

export interface SliderInputProps {
  readonly knob: Knob;
  readonly value: number;
  /** Called at most once a frame while the slider is dragged. */
  readonly onChange: (value: number) => void;
  readonly id?: string;
  /** Accessible name, where no `<label>` names the slider. */
  readonly name?: string;
}

/** The bare slider, to stand in a row of other things. */
export function SliderInput({ knob, value, onChange, id, name }: SliderInputProps) {
  const scale = useMemo(() => createSliderScale(knob), [knob]);
  const [pending, push] = useFrameThrottle(onChange);
  const shown = pending ? pending.value : value;
  return (
    <input
      type="range"
      min={0}
      max={scale.values.length - 1}
      step={1}
      id={id}
      aria-label={name}
      aria-labelledby={name === undefined && id !== undefined ? nameIdOf(id) : undefined}
      aria-valuetext={`${formatNumber(shown)}${knob.unit ? ` ${knob.unit}` : ''}`}
      value={scale.toPosition(shown)}
      onChange={(event) => push(scale.toValue(event.target.valueAsNumber))}
    />
  );
}

export interface SliderProps extends Omit<SliderInputProps, 'id' | 'name'> {
  readonly label?: string;
  readonly title?: string | undefined;
  /** What the label means, one plain sentence. */
  readonly meaning?: string | undefined;
}

export function Slider({ label, title, meaning, knob, value, onChange }: SliderProps) {
  const id = useId();
  const text = label ?? knob.label;
  return (
    <div className="control control-slider" title={title}>
      <ControlName text={text} meaning={meaning} controlId={id} />
      <SliderInput knob={knob} value={value} onChange={onChange} id={id} />
      <NumberInput
        knob={knob}
        value={value}
        onChange={onChange}
        name={`${text}${knob.unit ? `, ${knob.unit}` : ''}`}
      />
      {knob.unit ? (
        <span className="unit" aria-hidden="true">
          {knob.unit}
        </span>
      ) : null}
    </div>
  );
}
