// A menu of a family's members: a native select on a row of its own.
import { useId } from 'react';
import { ControlName, nameIdOf } from './ControlName.tsx';
import { useAnew } from './use-anew.ts';

export interface Option {
  readonly id: string;
  readonly label: string;
}

export interface OptionGroup {
  readonly label: string;
  readonly options: readonly Option[];
}

export interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  /** Further options under headings, after `options`. */
  readonly groups?: readonly OptionGroup[];
  readonly onChange: (id: string) => void;
  /** What the label means, one plain sentence; what the choice does, if left out. */
  readonly meaning?: string | undefined;
  /** What the choice in force does. */
  readonly title?: string | undefined;
  /** Why nothing can be chosen: shown in place of the options. */
  readonly disabledReason?: string | undefined;
}

export function Select(props: SelectProps) {
  const { label, value, options, groups = [], onChange, title, meaning, disabledReason } = props;
  const id = useId();
  const anew = useAnew();
  return (
    <div className="control control-select" title={title}>
      <ControlName text={label} meaning={meaning ?? title} controlId={id} />
      {disabledReason === undefined ? (
        <select
          id={id}
          aria-labelledby={nameIdOf(id)}
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
            anew();
          }}
        >
          <Options options={options} />
          {groups.map((group) => (
            <optgroup key={group.label} label={group.label}>
              <Options options={group.options} />
            </optgroup>
          ))}
        </select>
      ) : (
        <output id={id} className="control-reason" aria-labelledby={nameIdOf(id)} aria-live="off">
          {disabledReason}
        </output>
      )}
    </div>
  );
}

function Options({ options }: { readonly options: readonly Option[] }) {
  return options.map(({ id, label }) => (
    <option key={id} value={id}>
      {label}
    </option>
  ));
}
