// A few exports that belong together: a button for each, with what it gives in a sentence.
import { useId, type ReactNode } from 'react';
import { IconButton } from '../../controls/IconButton.tsx';
import { saveIcon } from '../../controls/icons.tsx';
import type { Export } from './export.ts';

export interface ExportGroupSectionProps {
  readonly title: string;
  readonly entries: readonly Export[];
  /** Another export is being made. */
  readonly busy: boolean;
  readonly onSave: (entry: Export) => void;
  readonly children?: ReactNode;
}

export function ExportGroupSection(props: ExportGroupSectionProps) {
  const { title, entries, busy, onSave, children } = props;
  const id = useId();
  if (entries.length === 0) return null;
  return (
    <section className="export-group" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <ul>
        {entries.map((entry) => {
          const lacking = entry.lacking?.() ?? null;
          return (
            <li key={entry.id} data-export={entry.id}>
              <IconButton
                name={`${entry.label}, saved as a file`}
                icon={saveIcon}
                text={entry.label}
                disabled={busy || lacking !== null}
                onClick={() => onSave(entry)}
              />
              <span className="export-blurb">{lacking ?? entry.blurb}</span>
            </li>
          );
        })}
      </ul>
      {children}
    </section>
  );
}
