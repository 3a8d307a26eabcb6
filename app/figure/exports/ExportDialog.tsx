// The menu of exports: what is chosen once, for all of them, and a button for each file that can be had.
import { useContext, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Select } from '../../controls/Select.tsx';
import type { SessionProps } from '../../controls/session-props.ts';
import { SheetDialog } from '../../controls/SheetDialog.tsx';
import { PageAddress } from '../page-address.ts';
import { panels } from '../panels/index.ts';
import type { Export, ExportGroup } from './export.ts';
import { ExportGroupSection } from './ExportGroupSection.tsx';
import './exports.css';
import { fileName } from './file-name.ts';
import { exports } from './index.ts';
import { OpenExperiment } from './OpenExperiment.tsx';
import { saveFile } from './save.ts';

export interface ExportDialogProps extends SessionProps {
  readonly onClose: () => void;
}

const groups: readonly { readonly id: ExportGroup; readonly title: string }[] = [
  { id: 'picture', title: 'Picture, with caption, seed and link' },
  { id: 'film', title: 'Film of the run' },
  { id: 'numbers', title: 'Numbers' },
  { id: 'program', title: 'Program of one lane' },
  { id: 'experiment', title: 'Experiment' },
  { id: 'citation', title: 'Citation' },
];

const everything = 'all';

export function ExportDialog({ session, onClose }: ExportDialogProps) {
  const choices = useRef<HTMLDivElement>(null);
  const page = useContext(PageAddress);
  const experiment = useStore(session.store, (state) => state.experiment);
  useStore(session.store, (state) => state.generation);
  const [panel, setPanel] = useState(everything);
  const [lane, setLane] = useState(everything);
  const [speed, setSpeed] = useState(experiment.speed);
  const [message, setMessage] = useState('');
  const [part, setPart] = useState<number | null>(null);
  const work = useRef<AbortController | null>(null);

  useEffect(() => () => work.current?.abort(), []);

  const { views } = session;
  const shown = experiment.panels.filter((id) => panels.has(id));
  const chosenLane = views.some(({ id }) => id === lane) ? lane : everything;
  const chosenPanel = shown.includes(panel) ? panel : everything;
  const busy = part !== null;

  const save = async (entry: Export) => {
    // The figure of this page, or of the shadow that the menu stands in, and none of another.
    const around = choices.current?.getRootNode();
    if (!(around instanceof Document || around instanceof ShadowRoot)) return;
    const figure = around.querySelector<HTMLElement>('[data-figure]');
    if (!figure) return;
    const wanted = chosenLane === everything ? views : views.filter(({ id }) => id === chosenLane);
    const ofOne = entry.appliesTo === 'lane' ? wanted.slice(0, 1) : wanted;
    const isPicture = entry.appliesTo === 'panel';
    const lanes = entry.appliesTo === 'lane' || chosenLane !== everything ? ofOne : [];
    const name = fileName(
      experiment,
      [
        ...lanes.map(({ id }) => id),
        ...(isPicture && chosenPanel !== everything ? [chosenPanel] : []),
        ...entry.words,
      ],
      entry.extension,
    );
    const control = new AbortController();
    work.current = control;
    setMessage('');
    setPart(0);
    try {
      const file = await entry.make({
        session,
        figure,
        views: ofOne,
        panels: isPicture && chosenPanel !== everything ? [chosenPanel] : shown,
        page,
        speed,
        onProgress: setPart,
        signal: control.signal,
      });
      if (control.signal.aborted) return;
      saveFile(name, file);
      setMessage(`Saved as ${name}, ${sizeInWords(file.size)}.`);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      setMessage(control.signal.aborted ? '' : `No ${entry.label}: ${error.message}.`);
    } finally {
      setPart(null);
    }
  };

  return (
    <SheetDialog title="Export" className="export-dialog" onClose={onClose}>
      <div className="export-choices" ref={choices}>
        <Select
          label="Panel"
          value={chosenPanel}
          options={[
            { id: everything, label: 'All panels' },
            ...shown.map((id) => ({ id, label: panels.get(id).label })),
          ]}
          onChange={setPanel}
          meaning="What a picture shows."
        />
        <Select
          label="Lane"
          value={chosenLane}
          options={[
            { id: everything, label: 'All lanes' },
            ...views.map(({ id, label }) => ({ id, label })),
          ]}
          onChange={setLane}
          meaning="What pictures and files are made of; a program is of one lane, the first if all are chosen."
        />
      </div>
      {groups.map(({ id, title }) => (
        <ExportGroupSection
          key={id}
          title={title}
          entries={exports.all.filter(({ group }) => group === id)}
          busy={busy}
          onSave={(entry) => void save(entry)}
        >
          {id === 'film' ? (
            <Select
              label="Speed"
              value={String(speed)}
              options={speeds(speed).map((steps) => ({
                id: String(steps),
                label: `${steps} steps a second`,
              }))}
              onChange={(text) => setSpeed(Number(text))}
            />
          ) : null}
          {id === 'experiment' ? <OpenExperiment session={session} onDone={setMessage} /> : null}
        </ExportGroupSection>
      ))}
      <p className="export-status" role="status">
        {busy && part > 0 ? `${Math.round(100 * part)} % of it is made.` : message}
      </p>
      {busy && part > 0 ? (
        <button type="button" className="sheet-button" onClick={() => work.current?.abort()}>
          Stop
        </button>
      ) : null}
    </SheetDialog>
  );
}

const speeds = (own: number) =>
  [...new Set([5, 10, 20, 50, 100, own])].sort((first, second) => first - second);

function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
