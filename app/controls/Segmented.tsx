// One of a few words, all in sight: a radio group drawn as words in a row.
import { useId } from 'react';
import type { Option } from './Select.tsx';
import { Term } from './Term.tsx';
import { useAnew } from './use-anew.ts';

export interface SegmentedProps<T extends string> {
  readonly label: string;
  /** What the label means, one plain sentence. */
  readonly meaning?: string | undefined;
  /** None of the options is marked if none has this id. */
  readonly value: T;
  readonly options: readonly (Option & { readonly id: T; readonly title?: string })[];
  readonly onChange: (id: T) => void;
}

export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const { label, meaning, value, options, onChange } = props;
  const name = useId();
  const anew = useAnew();
  const nameId = `${name}-label`;
  return (
    <div className="control control-segmented">
      {meaning === undefined ? (
        <span className="control-name" id={nameId}>
          {label}
        </span>
      ) : (
        <span className="control-name">
          <Term meaning={meaning} id={nameId}>
            {label}
          </Term>
        </span>
      )}
      <span className="segments" role="radiogroup" aria-labelledby={nameId}>
        {options.map((option) => (
          <label key={option.id} title={option.title}>
            <input
              type="radio"
              name={name}
              value={option.id}
              checked={option.id === value}
              onChange={() => {
                onChange(option.id);
                anew();
              }}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </span>
    </div>
  );
}
