// Opens an experiment from a file, from what is dropped here, or from a pasted text or link.
import { useId, useState } from 'react';
import type { SessionProps } from '../../controls/session-props.ts';
import { readExperiment } from './read-experiment.ts';

export interface OpenExperimentProps extends SessionProps {
  /** Told what came of it, in a sentence. */
  readonly onDone: (message: string) => void;
}

export function OpenExperiment({ session, onDone }: OpenExperimentProps) {
  const id = useId();
  const [text, setText] = useState('');
  const open = (given: string) => {
    const read = readExperiment(given);
    if (read.error !== null) {
      onDone(`Nothing is opened. ${read.error}`);
      return;
    }
    const { experiment, notices } = read;
    session.store.setState({ notices: [...notices] });
    session.update(experiment);
    setText('');
    const replaced = session.store.getState().notices.join(' ');
    onDone(`The experiment is open. ${replaced}`.trim());
  };
  const openFile = async (file: File | undefined) => {
    if (!file) return;
    try {
      open(await file.text());
    } catch {
      onDone('Nothing is opened. The file cannot be read.');
    }
  };
  return (
    <div
      className="export-open"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const [file] = event.dataTransfer.files;
        if (file) void openFile(file);
        else open(event.dataTransfer.getData('text/plain'));
      }}
    >
      <p>
        <label htmlFor={`${id}file`}>Open a saved experiment</label>{' '}
        <input
          id={`${id}file`}
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            void openFile(file);
            // So that the same file can be opened once more.
            event.target.value = '';
          }}
        />
      </p>
      <p>
        <label htmlFor={`${id}text`}>or paste its text, or a link</label>
        <textarea
          id={`${id}text`}
          rows={2}
          spellCheck="false"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button
          type="button"
          className="sheet-button"
          disabled={text.trim() === ''}
          onClick={() => open(text)}
        >
          Open
        </button>
      </p>
    </div>
  );
}
