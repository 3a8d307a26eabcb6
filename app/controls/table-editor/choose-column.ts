// A column chosen for one part is free of its other: the two trade places.
import type { TableChoice } from '../../../src/index.ts';

export type ColumnRole = 'first' | 'second' | 'target';

/** @param numeric names of the columns that can be inputs */
export function chooseColumn(
  choice: TableChoice,
  role: ColumnRole,
  name: string,
  numeric: readonly string[],
): TableChoice {
  const { columns, target } = choice;
  const before = { first: columns[0], second: columns[1], target };
  const after = { ...before, [role]: name };
  const others: readonly ColumnRole[] = ['first', 'second', 'target'];
  for (const other of others) {
    if (other === role || before[other] !== name) continue;
    // A target of texts cannot become an input: another column of numbers does.
    const left = before[role];
    const free = numeric.find((column) => !Object.values(after).includes(column));
    after[other] = other === 'target' || numeric.includes(left) ? left : (free ?? left);
  }
  return { columns: [after.first, after.second], target: after.target };
}
