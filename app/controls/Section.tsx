// A quiet part of the side panel: a heading, its controls, and what is needed less often.
import { useId, type ReactNode } from 'react';

export interface SectionProps {
  readonly title: string;
  /** A button at the end of the heading's line. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
  /** What is needed less often, folded away under words that say what it is. */
  readonly more?: { readonly label: string; readonly controls: ReactNode } | null;
}

export function Section({ title, action, children, more }: SectionProps) {
  const id = useId();
  return (
    <section className="section" data-section={title} aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {action}
      </div>
      {children}
      {more ? (
        <details>
          <summary>{more.label}</summary>
          {more.controls}
        </details>
      ) : null}
    </section>
  );
}
