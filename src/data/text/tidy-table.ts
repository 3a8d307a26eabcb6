// A reader's text as it is kept: the same table in fewer and safer characters, or only some of its columns.
import { csvFormatRows } from 'd3-dsv';
import { readTable } from './read-table.ts';

/** Without a byte order mark and space at the end, with line feeds alone, and without halves of characters. */
export function tidyTable(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trimEnd();
}

/**
 * The table with these columns alone, in this order, as comma-separated text; cells stand as they were given.
 * Null where the text is no table, or has no such column.
 */
export function pickColumns(text: string, names: readonly string[]): string | null {
  const table = readTable(text);
  if (table.error !== null) return null;
  const chosen = names.flatMap((name) => table.columns.filter((column) => column.name === name));
  if (chosen.length !== names.length) return null;
  const rows = table.rowNumbers.map((_, row) => chosen.map(({ cells }) => cells[row]));
  return csvFormatRows([[...names], ...rows]);
}
