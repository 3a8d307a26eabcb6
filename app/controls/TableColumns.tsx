// Which columns of a real table are the two inputs, and which the target.
import type { Dataset, Experiment } from '../../src/index.ts';
import { Select, type Option } from './Select.tsx';

export interface TableColumnsProps {
  readonly dataset: Dataset;
  readonly data: Experiment['data'];
  readonly onChange: (change: Partial<Experiment['data']>) => void;
}

export function TableColumns({ dataset, data, onChange }: TableColumnsProps) {
  const { table } = dataset;
  if (!table) return null;
  const [first, second] = data.columns ?? dataset.features;
  const target = data.target ?? table.targets[0] ?? '';
  const option = (column: string): Option => {
    const unit = table.unit(column);
    return { id: column, label: unit ? `${column} (${unit})` : column };
  };
  const inputs = table.inputs.map(option);
  return (
    <>
      <Select
        label="First input"
        value={first}
        options={inputs}
        // Choosing the other input's column trades places with it.
        onChange={(id) => onChange({ columns: [id, id === second ? first : second] })}
      />
      <Select
        label="Second input"
        value={second}
        options={inputs}
        onChange={(id) => onChange({ columns: [id === first ? second : first, id] })}
      />
      <Select
        label="Target"
        value={target}
        options={table.targets.map(option)}
        onChange={(id) => onChange({ target: id })}
      />
    </>
  );
}
