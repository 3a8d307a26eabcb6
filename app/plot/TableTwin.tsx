// The numbers behind a plot as a table: shown to whoever tabs to it, filled only while it is open.
import { useEffect, useState } from 'react';
import type { FigureSession } from '../session/types.ts';
import { throttle } from './throttle.ts';

export interface TableContent {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface Props {
  readonly session: FigureSession;
  /** What opens it, for example `Path of Raw inputs as a table`. */
  readonly title: string;
  /** Reads the numbers as they are now. */
  readonly read: () => TableContent;
}

/** Milliseconds between two fillings of an open table. */
const pace = 2000;

export function TableTwin({ session, title, read }: Props) {
  const [open, setOpen] = useState(false);
  const [content, setContent] = useState<TableContent | null>(null);

  useEffect(() => {
    if (!open) return;
    let seen = -1;
    const fill = throttle(() => {
      if (session.iteration === seen) return;
      seen = session.iteration;
      setContent(read());
    }, pace);
    const unsubscribe = session.onFrame(fill);
    fill();
    return () => {
      unsubscribe();
      fill.cancel();
    };
  }, [open, session, read]);

  return (
    <details className="plot-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open && content && (
        <div className="plot-table-scroll" tabIndex={0} role="region" aria-label={title}>
          <table>
            <thead>
              <tr>
                {content.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {content.rows.map((row) => (
                <tr key={row[0]}>
                  {row.map((text, k) => (
                    <td key={content.columns[k]}>{text}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
