// Small buttons that do one kind of thing: one stop of the Tab key together, with arrow keys from one to the next.
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';

export interface ToolbarButton {
  readonly id: string;
  readonly label: string;
  /** The key that does the same where the picture has the focus. */
  readonly shortcut?: string;
  /** Strokes in a square of 16. */
  readonly icon: string;
  readonly act: () => void;
  readonly disabled?: boolean;
}

export interface ToolbarProps {
  /** The accessible name. */
  readonly name: string;
  readonly className: string;
  readonly buttons: readonly ToolbarButton[];
}

/** Where a key leads from the first, second ... of so many buttons; null if it is none of a toolbar's keys. */
export function toolbarMove(key: string, from: number, count: number): number | null {
  if (key === 'ArrowRight') return (from + 1) % count;
  if (key === 'ArrowLeft') return (from + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

export function Toolbar({ name, className, buttons }: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  /** The button that had the focus last. */
  const [last, setLast] = useState(0);
  const enabled = [...buttons.keys()].filter((k) => buttons[k]?.disabled !== true);
  const stop = enabled.includes(last) ? last : (enabled[0] ?? 0);
  const buttonAt = (k: number) => {
    const element = bar.current?.children[k];
    return element instanceof HTMLElement ? element : null;
  };
  useLayoutEffect(() => {
    // A button that has nothing more to do takes the focus with it, and the next Tab would start at the top of the page.
    const root = bar.current?.getRootNode() as Document | ShadowRoot | undefined;
    if (stop !== last && root?.activeElement === buttonAt(last)) buttonAt(stop)?.focus();
  });
  const move = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const to = toolbarMove(event.key, enabled.indexOf(stop), enabled.length);
    if (to === null) return;
    buttonAt(enabled[to] ?? stop)?.focus();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={className} role="toolbar" aria-label={name} ref={bar}>
      {buttons.map(({ id, label, shortcut, icon, act, disabled }, k) => (
        <button
          key={id}
          type="button"
          aria-label={label}
          title={shortcut === undefined ? label : `${label} (${shortcut})`}
          tabIndex={k === stop ? 0 : -1}
          disabled={disabled}
          onClick={act}
          onFocus={() => setLast(k)}
          onKeyDown={move}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d={icon} />
          </svg>
        </button>
      ))}
    </div>
  );
}
