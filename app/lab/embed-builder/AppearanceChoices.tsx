// How the embedded figure behaves, how large it is, and where it is served from.
import { useId } from 'react';
import type { Knob } from '../../../src/index.ts';
import { NumberField } from '../../controls/NumberField.tsx';
import { Problem } from '../../controls/Problem.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { Select } from '../../controls/Select.tsx';
import { readAddress, type EmbedChoices } from './embed-choices.ts';

export interface AppearanceChoicesProps {
  readonly choices: EmbedChoices;
  readonly onChange: (change: Partial<EmbedChoices>) => void;
}

const heightKnob: Knob = {
  ...{ id: 'height', label: 'Height, in pixels', min: 100, max: 5000, initial: 900 },
  ...{ scale: 'linear', integer: true },
};
const untilKnob: Knob = {
  ...{ id: 'until', label: 'Stop at step (0: never)', min: 0, max: 1e7, initial: 0 },
  ...{ scale: 'linear', integer: true },
};
const controlOptions = [
  { id: 'full', label: 'all', title: 'Those of this page.' },
  { id: 'mini', label: 'clock', title: 'Reset, play and step.' },
  { id: 'none', label: 'none' },
] as const;
const themeOptions = [
  { id: 'auto', label: 'the reader’s' },
  { id: 'light', label: 'light' },
  { id: 'dark', label: 'dark' },
] as const;
const asTheColumn = 'column';
const widths = [
  { id: asTheColumn, label: 'as the column' },
  ...[480, 640, 720, 800, 960].map((pixels) => ({ id: `${pixels}`, label: `${pixels} pixels` })),
];

export function AppearanceChoices({ choices, onChange }: AppearanceChoicesProps) {
  const id = useId();
  const { problem } = readAddress(choices.address);
  return (
    <div className="embed-builder-fields">
      <Segmented
        label="Controls"
        value={choices.controls}
        options={controlOptions}
        onChange={(controls) => onChange({ controls })}
      />
      <Segmented
        label="Theme"
        value={choices.theme}
        options={themeOptions}
        onChange={(theme) => onChange({ theme })}
      />
      <Select
        label="Width"
        value={choices.width === null ? asTheColumn : String(choices.width)}
        options={widths}
        onChange={(width) => onChange({ width: width === asTheColumn ? null : Number(width) })}
      />
      <NumberField
        knob={heightKnob}
        value={choices.height}
        onChange={(height) => onChange({ height, ownHeight: true })}
      />
      <NumberField
        knob={untilKnob}
        value={choices.until}
        onChange={(until) => onChange({ until })}
      />
      <label className="embed-builder-tick">
        <input
          type="checkbox"
          checked={choices.autoplay}
          onChange={() => onChange({ autoplay: !choices.autoplay })}
        />
        <span>Starts by itself when it is seen</span>
      </label>
      <label htmlFor={`${id}title`}>Title, which a screen reader says</label>
      <input
        id={`${id}title`}
        type="text"
        value={choices.title}
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <label htmlFor={`${id}address`}>Served from</label>
      <input
        id={`${id}address`}
        type="url"
        spellCheck="false"
        value={choices.address}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}problem`}
        onChange={(event) => onChange({ address: event.target.value })}
      />
      <Problem id={`${id}problem`} text={problem} />
    </div>
  );
}
