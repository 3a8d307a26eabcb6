// Rows of numbers and words as comma-separated text that no spreadsheet takes for a formula.

export type Cell = number | string | null;

/**
 * A text that a spreadsheet would compute, since it begins with = + - @ or a tab, gets an apostrophe in front of it;
 * numbers are written with all their digits, and what is not finite or not known is left blank.
 */
export function csvText(header: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [header.map(cellText).join(',')];
  for (const row of rows) lines.push(row.map(cellText).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const harmless = /^\s*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
