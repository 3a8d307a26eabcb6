// A lane's numbers, written past React as they change.
import { useEffect, useRef } from 'react';
import { Term } from '../controls/Term.tsx';
import type { FigureSession, LaneView } from '../session/types.ts';
import { SaferRate } from './SaferRate.tsx';
import { readouts } from './readout-values.ts';

export interface ReadoutsProps {
  readonly session: FigureSession;
  readonly view: LaneView;
}

export function Readouts({ session, view }: ReadoutsProps) {
  const list = useRef<HTMLDListElement>(null);
  useEffect(() => {
    const cells = list.current?.querySelectorAll<HTMLElement>('[data-readout]') ?? [];
    // What stands there may be left over from a lane that stood here before: no value equals null.
    const shown: Record<'text' | 'value' | 'mood' | 'more', string | null>[] = readouts.map(() => ({
      text: null,
      value: null,
      mood: null,
      more: null,
    }));
    const details = list.current?.querySelectorAll<HTMLElement>('[data-more]') ?? [];
    return session.onFrame(() => {
      readouts.forEach((readout, k) => {
        const cell = cells[k];
        const before = shown[k];
        if (!cell || !before) return;
        const text = readout.text(view);
        const value = String(readout.value(view) ?? '');
        const mood = readout.mood?.(view) ?? '';
        if (text !== before.text) cell.textContent = before.text = text;
        if (value !== before.value) cell.dataset['value'] = before.value = value;
        const more = readout.more?.(view) ?? '';
        const detail = details[k];
        if (detail && more !== before.more) {
          before.more = more;
          detail.textContent = more && ` ${more}`;
          cell.title = more;
        }
        if (mood !== before.mood) cell.dataset['mood'] = before.mood = mood;
      });
    });
  }, [session, view]);
  return (
    <dl className="readouts" ref={list}>
      {readouts.map(({ id, label, hint }) => (
        <div key={id}>
          <dt>
            <Term meaning={hint} more={<span data-more={id} />}>
              {label}
            </Term>
            {id === 'safe-rate' && <SaferRate session={session} view={view} />}
          </dt>
          <dd data-readout={id}>—</dd>
        </div>
      ))}
    </dl>
  );
}
