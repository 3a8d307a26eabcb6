// One of a few words, all in sight: a radio group drawn as words in a row.
import { useId } from 'react';
import type { Option } from './Select.tsx';
import { Term } from './Term.tsx';
import { useAnew } from './use-anew.ts';

export interface SegmentedProps<T extends string> {
  readonly label: string;
  /** What the label means, one plain sentence; what the options do, if left out. */
  readonly meaning?: string | undefined;
  /** None of the options is marked if none has this id. */
  readonly value: T;
  readonly options: readonly (Option & { readonly id: T; readonly title?: string })[];
  readonly onChange: (id: T) => void;
}

/** What the options do, where the label itself has no meaning to tell; nothing where neither has. */
function meaningOf(options: readonly (Option & { readonly title?: string })[]): string | undefined {
  const told = options.flatMap(({ label, title }) =>
    title === undefined ? [] : [`${label.charAt(0).toUpperCase()}${label.slice(1)}: ${title}`],
  );
  return told.length > 0 ? told.join(' ') : undefined;
}

export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const { label, value, options, onChange } = props;
  const meaning = props.meaning ?? meaningOf(options);
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
