// A few things of which some are chosen, and the last one stays.
import { useId } from 'react';
import type { Option } from '../../controls/Select.tsx';

export interface TickListProps {
  readonly title: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  /** Ids in the order of the options. */
  readonly onChange: (chosen: readonly string[]) => void;
}

export function TickList({ title, options, chosen, onChange }: TickListProps) {
  const id = useId();
  const toggle = (wanted: string) => {
    const next = options.filter((option) => chosen.includes(option.id) !== (option.id === wanted));
    onChange(next.map((option) => option.id));
  };
  return (
    <div className="tick-list" role="group" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {options.map((option) => {
        const isLast = chosen.length === 1 && chosen.includes(option.id);
        return (
          <label key={option.id} title={isLast ? 'The last one stays.' : undefined}>
            <input
              type="checkbox"
              checked={chosen.includes(option.id)}
              disabled={isLast}
              onChange={() => toggle(option.id)}
            />
            <span>{option.label}</span>
          </label>
        );
      })}
    </div>
  );
}
