// A button that shows an icon and says a name.
import type { ReactNode } from 'react';
import { passFocusOn } from './pass-focus-on.ts';

export interface IconButtonProps {
  /** The accessible name, also shown while the pointer rests on the button. */
  readonly name: string;
  /** The key that does the same inside a figure, for example `S`. */
  readonly shortcut?: string;
  readonly icon: ReactNode;
  /** A word beside the icon, where the icon alone would be a riddle. */
  readonly text?: ReactNode;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly className?: string;
}

export function IconButton(props: IconButtonProps) {
  const { name, shortcut, icon, text, onClick, disabled, className } = props;
  return (
    <button
      type="button"
      className={`icon-button ${className ?? ''}`.trim()}
      aria-label={name}
      aria-keyshortcuts={shortcut}
      title={shortcut ? `${name} (${shortcut})` : name}
      disabled={disabled}
      onClick={(event) => {
        passFocusOn(event.currentTarget);
        onClick();
      }}
    >
      {icon}
      {text ? <span>{text}</span> : null}
    </button>
  );
}
