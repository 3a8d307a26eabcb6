// Whether the edited table fits into the link, and what would make it fit.
import { useDeferredValue, useMemo } from 'react';
import { format } from 'd3-format';
import {
  dataFor,
  linkTable,
  longestLink,
  ownTableId,
  parseTable,
  pickColumns,
  tidyTable,
  type TableChoice,
} from '../../../src/index.ts';
import type { SessionProps } from '../session-props.ts';

export interface TableInLinkProps extends SessionProps {
  readonly text: string;
  readonly choice: TableChoice;
  readonly onText: (text: string) => void;
}

const grouped = format(',');

export function TableInLink({ session, text, choice, onText }: TableInLinkProps) {
  const shown = useDeferredValue(text);
  const [first, second] = choice.columns;
  const { target } = choice;
  const { length, fits, shorter } = useMemo(() => {
    const table = tidyTable(shown);
    const { experiment } = session.store.getState();
    const chosen = { columns: [first, second], target } as const;
    const lengthOf = (given: string) =>
      linkTable({ ...experiment, data: { ...dataFor(ownTableId, given), ...chosen } });
    return { ...lengthOf(table), shorter: onlyChosen(table, chosen) };
  }, [session, shown, first, second, target]);
  return (
    <>
      <p>
        {fits
          ? `A link to this experiment holds the table, and has ${grouped(length)} characters.`
          : `The table does not fit into a link: it would have ${grouped(length)} characters, and ${grouped(longestLink)} are the most. “Experiment as JSON” under Export holds it.`}
      </p>
      {shorter === null ? null : (
        <button type="button" className="sheet-button" onClick={() => onText(shorter)}>
          Keep only these three columns
        </button>
      )}
    </>
  );
}

/** The table without the columns that are not in use; null where it has no others, or would be read otherwise. */
function onlyChosen(table: string, choice: TableChoice): string | null {
  const shorter = pickColumns(table, [...choice.columns, choice.target]);
  if (shorter === null || shorter.length >= table.length) return null;
  const [before, after] = [table, shorter].map((text) => parseTable(text, choice));
  if (before?.error !== null || after?.error !== null) return null;
  return before.samples.count === after.samples.count ? shorter : null;
}
