// The reader's own table in the side panel: what is in use of it, whether the link holds it, and the way to its editor.
import { lazy, Suspense, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { format } from 'd3-format';
import {
  dataFor,
  linkTable,
  loadTablePacker,
  ownTable,
  ownTableId,
  type Experiment,
} from '../../../src/index.ts';
import type { SessionProps } from '../session-props.ts';
import { emptyDraft, rowsInWords, type TableDraft } from './table-draft.ts';

const TableEditor = lazy(async () => {
  // The editor says how long the link would be.
  const [{ TableEditor: component }] = await Promise.all([
    import('./TableEditor.tsx'),
    loadTablePacker(),
  ]);
  return { default: component };
});

export interface OwnTableProps extends SessionProps {
  readonly editing: boolean;
  readonly onEditing: (editing: boolean) => void;
}

export function OwnTable({ session, editing, onEditing }: OwnTableProps) {
  const data = useStore(session.store, (state) => state.experiment.data);
  // What was typed and not used is there when the editor is opened again.
  const [draft, setDraft] = useState<TableDraft | null>(null);
  const use = ({ text, columns, target }: TableDraft) => {
    const { split } = session.store.getState().experiment.data;
    session.update({ data: { ...dataFor(ownTableId, text), columns, target, split } });
    setDraft(null);
    onEditing(false);
  };
  return (
    <>
      {data.table === null ? null : <InUse session={session} data={data} />}
      {editing ? (
        <Suspense>
          <TableEditor
            session={session}
            draft={draft ?? draftOf(data)}
            onDraft={setDraft}
            onUse={use}
            onClose={() => onEditing(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}

const draftOf = ({ table, columns, target }: Experiment['data']): TableDraft =>
  table === null ? emptyDraft : { text: table, columns, target };

const grouped = format(',');

interface InUseProps extends SessionProps {
  readonly data: Experiment['data'];
}

function InUse({ session, data }: InUseProps) {
  const { table, columns, target } = data;
  const facts = useMemo(() => {
    const own = ownTable({ table, columns, target });
    if (own.error !== null) return null;
    const used = own.dataset.sample().count;
    return rowsInWords(used, own.inspection.rows - used);
  }, [table, columns, target]);
  const experiment = useStore(session.store, (state) => state.experiment);
  const { fits, length } = linkTable(experiment);
  return (
    <p className="blurb">
      {facts}{' '}
      {fits
        ? `The link holds the table: ${grouped(length)} characters.`
        : 'The table is too long for a link; “Experiment as JSON” under Export holds it.'}
    </p>
  );
}
