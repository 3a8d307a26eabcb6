// A table that is being edited: what its text holds, what can be made of it, and what stands in the way.
import {
  inspectTable,
  ownTable,
  parseTable,
  tidyTable,
  type ParsedTable,
  type TableChoice,
  type TableInspection,
} from '../../../src/index.ts';

export interface TableDraft {
  readonly text: string;
  /** Null for the first columns that suit. */
  readonly columns: readonly [string, string] | null;
  readonly target: string | null;
}

export const emptyDraft: TableDraft = { text: '', columns: null, target: null };

export interface DraftReading {
  /** What stands in the way of using it, in one sentence; null if nothing does, or nothing is there yet. */
  readonly problem: string | null;
  /** Null where the text is no table. */
  readonly inspection: TableInspection | null;
  /** The columns in force; null where there are too few. */
  readonly choice: TableChoice | null;
  /** Null until it can be used. */
  readonly parsed: ParsedTable | null;
  /** Rows of data that are not used. */
  readonly leftOut: number;
  /** Whatever was left out or understood in a way of its own, one sentence each. */
  readonly notices: readonly string[];
}

/** Never throws. Chosen columns that the text does not have give way to others. */
export function readDraft({ text, columns, target }: TableDraft): DraftReading {
  const nothing = { inspection: null, choice: null, parsed: null, leftOut: 0, notices: [] };
  const table = tidyTable(text);
  if (table === '') return { ...nothing, problem: null };
  const inspection = inspectTable(table);
  if (inspection.error !== null) return { ...nothing, problem: inspection.error };
  const names = inspection.columns.map(({ name }) => name);
  const inputs = columns?.every((name) => names.includes(name)) ? columns : null;
  const wanted = target !== null && names.includes(target) ? target : null;
  const usual = ownTable({ table, columns: null, target: null });
  const automatic = usual.error === null ? usual.choice : inspection.suggestion;
  const own = ownTable({ table, columns: inputs, target: wanted });
  if (own.error === null) {
    const parsed = parseTable(table, own.choice);
    if (parsed.error === null) {
      return {
        problem: null,
        inspection,
        choice: own.choice,
        parsed,
        leftOut: inspection.rows - parsed.samples.count,
        notices: parsed.notices,
      };
    }
  }
  const choice = automatic && {
    columns: inputs ?? automatic.columns,
    target: wanted ?? automatic.target,
  };
  return { ...nothing, problem: own.error, inspection, choice, notices: inspection.notices };
}

/** `195 rows are used, 3 are left out.` */
export function rowsInWords(used: number, leftOut: number): string {
  const rows = used === 1 ? '1 row is used' : `${used} rows are used`;
  if (leftOut === 0) return `${rows}, none is left out.`;
  return `${rows}, ${leftOut} ${leftOut === 1 ? 'is' : 'are'} left out.`;
}
