// A reader's own table: pasted, dropped, opened or typed, with its columns chosen and its samples shown beforehand.
import {
  useDeferredValue,
  useId,
  useMemo,
  useState,
  type ChangeEvent,
  type DragEvent,
} from 'react';
import { tidyTable } from '../../../src/index.ts';
import { Problem } from '../Problem.tsx';
import { SheetDialog } from '../SheetDialog.tsx';
import type { SessionProps } from '../session-props.ts';
import { ChosenColumns } from './ChosenColumns.tsx';
import { readDraft, rowsInWords, type TableDraft } from './table-draft.ts';
import './table-editor.css';
import { tableOfSamples } from './table-of-samples.ts';
import { TableInLink } from './TableInLink.tsx';
import { TablePreview } from './TablePreview.tsx';

export interface TableEditorProps extends SessionProps {
  readonly draft: TableDraft;
  readonly onDraft: (draft: TableDraft) => void;
  /** The draft is to be the data of all lanes; its text is tidy. */
  readonly onUse: (draft: TableDraft) => void;
  readonly onClose: () => void;
}

const example = 'size,rooms,price\n70,3,210\n40,2,130\n120,5,340';

export function TableEditor({ session, draft, onDraft, onUse, onClose }: TableEditorProps) {
  const id = useId();
  const [fileProblem, setFileProblem] = useState<string | null>(null);
  // A long text must not slow down typing.
  const read = useDeferredValue(draft);
  const reading = useMemo(() => readDraft(read), [read]);
  const { inspection, choice, parsed, notices } = reading;
  const problem = fileProblem ?? reading.problem;

  const setText = (text: string) => {
    setFileProblem(null);
    onDraft({ ...draft, text });
  };
  const openFile = async (file: File | undefined) => {
    if (!file) return;
    try {
      setText(await file.text());
    } catch {
      setFileProblem(`The file ${file.name} cannot be read.`);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file) void openFile(file);
    else setText(event.dataTransfer.getData('text/plain'));
  };
  const pickFile = (event: ChangeEvent<HTMLInputElement>) => {
    void openFile(event.target.files?.[0]);
    // So that the same file can be opened once more.
    event.target.value = '';
  };
  const use = () => {
    // What is seen is used, also where the text has just been typed.
    const now = readDraft(draft);
    if (now.parsed === null || now.choice === null) return;
    const { columns, target } = now.choice;
    onUse({ text: tidyTable(draft.text), columns, target });
  };

  return (
    <SheetDialog title="Your own table" onClose={onClose}>
      <p>
        Paste rows from a spreadsheet, open or drop a CSV file, or type. The table stays in this
        page and is sent nowhere.
      </p>
      <div
        className="table-editor-parts"
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
      >
        <div>
          <label htmlFor={`${id}text`}>Rows, with commas, semicolons or tabs between cells</label>
          <textarea
            id={`${id}text`}
            rows={12}
            wrap="off"
            spellCheck="false"
            placeholder={example}
            value={draft.text}
            aria-invalid={problem !== null}
            aria-describedby={problem === null ? undefined : `${id}problem`}
            onChange={(event) => setText(event.target.value)}
          />
          <Problem id={`${id}problem`} text={problem} />
          <p className="table-editor-ways">
            <label htmlFor={`${id}file`}>Open a file</label>
            <input
              id={`${id}file`}
              type="file"
              accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
              onChange={pickFile}
            />
            <button
              type="button"
              className="sheet-button"
              onClick={() => setText(tableOfSamples(session))}
            >
              Begin with the samples in use
            </button>
          </p>
        </div>
        <div>
          {inspection && choice ? (
            <ChosenColumns
              inspection={inspection}
              choice={choice}
              onChange={(chosen) => onDraft({ ...draft, ...chosen })}
            />
          ) : null}
          {parsed ? (
            <>
              <TablePreview session={session} parsed={parsed} choice={choice} />
              <p role="status">{rowsInWords(parsed.samples.count, reading.leftOut)}</p>
            </>
          ) : null}
          {notices.length > 0 ? (
            <ul className="table-editor-notices">
              {notices.map((notice) => (
                <li key={notice}>{notice}</li>
              ))}
            </ul>
          ) : null}
          {parsed && choice ? (
            <TableInLink session={session} text={read.text} choice={choice} onText={setText} />
          ) : null}
        </div>
      </div>
      <div className="sheet-actions">
        <button
          type="button"
          className="sheet-button"
          data-main=""
          disabled={parsed === null}
          onClick={use}
        >
          Use this table
        </button>
        {parsed ? null : (
          <span>
            {draft.text.trim() === ''
              ? 'Two columns of numbers and a target are needed: numbers, or exactly two texts.'
              : 'It can be used as soon as the sentence above is answered.'}
          </span>
        )}
      </div>
    </SheetDialog>
  );
}
