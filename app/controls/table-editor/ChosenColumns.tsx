// Which columns of the edited table are the inputs, and which the target; no column is two of them.
import type { TableChoice, TableInspection } from '../../../src/index.ts';
import { Select } from '../Select.tsx';
import { chooseColumn, type ColumnRole } from './choose-column.ts';

export interface ChosenColumnsProps {
  readonly inspection: TableInspection;
  readonly choice: TableChoice;
  readonly onChange: (choice: TableChoice) => void;
}

const roles: readonly { readonly id: ColumnRole; readonly label: string }[] = [
  { id: 'first', label: 'First input' },
  { id: 'second', label: 'Second input' },
  { id: 'target', label: 'Target' },
];

export function ChosenColumns({ inspection, choice, onChange }: ChosenColumnsProps) {
  const inputs = inspection.columns.filter(({ numeric }) => numeric);
  const targets = inspection.columns.filter(({ numeric, classes }) => numeric || classes !== null);
  const chosen = { first: choice.columns[0], second: choice.columns[1], target: choice.target };
  return roles.map(({ id, label }) => (
    <Select
      key={id}
      label={label}
      value={chosen[id]}
      options={(id === 'target' ? targets : inputs).map(({ name }) => ({ id: name, label: name }))}
      onChange={(name) =>
        onChange(
          chooseColumn(
            choice,
            id,
            name,
            inputs.map((column) => column.name),
          ),
        )
      }
    />
  ));
}
