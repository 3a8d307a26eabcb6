// Which columns of a real table are the two inputs, and which the target.
import type { Dataset, Experiment } from '../../src/index.ts';
import { Select, type Option } from './Select.tsx';
import { chooseColumn, type ColumnRole } from './table-editor/choose-column.ts';

export interface TableColumnsProps {
  readonly dataset: Dataset;
  readonly data: Experiment['data'];
  readonly onChange: (change: Partial<Experiment['data']>) => void;
}

export function TableColumns({ dataset, data, onChange }: TableColumnsProps) {
  const { table } = dataset;
  if (!table) return null;
  const columns = data.columns ?? dataset.features;
  const target = data.target ?? table.targets[0] ?? '';
  const option = (column: string): Option => {
    const unit = table.unit(column);
    return { id: column, label: unit ? `${column} (${unit})` : column };
  };
  const inputs = table.inputs.map(option);
  // What stays as it was is left to the table, and out of the link.
  const choose = (role: ColumnRole) => (name: string) => {
    const chosen = chooseColumn({ columns, target }, role, name, table.inputs);
    onChange({
      ...(chosen.columns.join('\n') !== columns.join('\n') && { columns: chosen.columns }),
      ...(chosen.target !== target && { target: chosen.target }),
    });
  };
  return (
    <>
      <Select label="First input" value={columns[0]} options={inputs} onChange={choose('first')} />
      <Select
        label="Second input"
        value={columns[1]}
        options={inputs}
        onChange={choose('second')}
      />
      <Select
        label="Target"
        value={target}
        options={table.targets.map(option)}
        onChange={choose('target')}
      />
    </>
  );
}
