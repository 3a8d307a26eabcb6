// A word with its meaning: a dotted underline, and one plain sentence under a mouse that rests, on a click and for screen readers.
import { useId, useRef, type ReactNode } from 'react';
import { placePopover } from '../place-popover.ts';
import './controls.css';
import { useHoverPopover } from './use-hover-popover.ts';

export interface TermProps {
  readonly children: ReactNode;
  /** One plain sentence. */
  readonly meaning: string;
  /** What follows the sentence, and may change. */
  readonly more?: ReactNode;
  /** For a control that takes its accessible name from the word. */
  readonly id?: string | undefined;
}

/** Of the sentence, as in the style sheet, in pixels. */
const width = 280;

export function Term({ children, meaning, more, id }: TermProps) {
  const meaningId = useId();
  const word = useRef<HTMLButtonElement>(null);
  const sentence = useRef<HTMLSpanElement>(null);
  useHoverPopover(word, sentence);
  return (
    <>
      <button
        ref={word}
        type="button"
        className="term"
        id={id}
        popoverTarget={meaningId}
        aria-describedby={meaningId}
      >
        {children}
      </button>
      <span
        ref={sentence}
        className="term-meaning"
        id={meaningId}
        popover="auto"
        onBeforeToggle={(event) => {
          if (event.newState === 'open' && word.current)
            placePopover(event.currentTarget, word.current, {
              width,
              // The row of a control, a number with its name, a sentence or a table.
              subject: word.current.closest('div, p, table'),
            });
        }}
      >
        {meaning}
        {more}
      </span>
    </>
  );
}
