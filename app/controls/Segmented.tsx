// One of a few words, all in sight: a radio group drawn as words in a row.
import { useId } from 'react';
import type { Option } from './Select.tsx';

export interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (Option & { readonly id: T; readonly title?: string })[];
  readonly onChange: (id: T) => void;
}

export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const { label, value, options, onChange } = props;
  const name = useId();
  return (
    <div className="control control-segmented" role="radiogroup" aria-labelledby={`${name}-label`}>
      <span className="control-name" id={`${name}-label`}>
        {label}
      </span>
      <span className="segments">
        {options.map((option) => (
          <label key={option.id} title={option.title}>
            <input
              type="radio"
              name={name}
              value={option.id}
              checked={option.id === value}
              onChange={() => onChange(option.id)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </span>
    </div>
  );
}
