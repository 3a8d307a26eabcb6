// One lane's run as a Python program to keep, run and read.
import { useState } from 'react';
import { useStore } from 'zustand';
import { exportCode, type ProgramLanguage } from '../../src/index.ts';
import { download } from './download.ts';
import { IconButton } from './IconButton.tsx';
import { saveIcon } from './icons.tsx';
import { Select } from './Select.tsx';
import type { SessionProps } from './session-props.ts';

const languages: readonly { readonly id: ProgramLanguage; readonly label: string }[] = [
  { id: 'pytorch', label: 'PyTorch program' },
  { id: 'numpy', label: 'NumPy program' },
];

export function ExportSection({ session }: SessionProps) {
  const experiment = useStore(session.store, (state) => state.experiment);
  const [chosen, setChosen] = useState<string | null>(null);
  const [outcome, setOutcome] = useState({ text: '', of: experiment });
  const ids = experiment.lanes.map(({ id }) => id);
  const lane = chosen !== null && ids.includes(chosen) ? chosen : (ids[0] ?? '');
  const save = (language: ProgramLanguage) => {
    const name = `normscape-${lane.replaceAll('+', '-')}-${language}.py`;
    let text = `Saved as ${name}.`;
    try {
      download(name, exportCode(experiment, lane, language));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      text = `No program for this lane: ${error.message}.`;
    }
    setOutcome({ text, of: experiment });
  };
  return (
    <section className="section export" aria-label="Export">
      <details>
        <summary>Export as a program</summary>
        <Select
          label="Lane"
          value={lane}
          options={ids.map((id, k) => ({ id, label: session.views[k]?.label ?? id }))}
          onChange={setChosen}
        />
        <p className="export-buttons">
          {languages.map(({ id, label }) => (
            <IconButton
              key={id}
              name={`${label}, saved as a file`}
              icon={saveIcon}
              text={label}
              onClick={() => save(id)}
            />
          ))}
        </p>
        <p className="blurb" role="status">
          {outcome.of === experiment ? outcome.text : ''}
        </p>
      </details>
    </section>
  );
}
