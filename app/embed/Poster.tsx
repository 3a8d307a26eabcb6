// The large play button over a figure that has not been started yet.
import { useState } from 'react';
import { useStore } from 'zustand';
import type { FigureSession } from '../session/types.ts';

export interface PosterProps {
  readonly session: FigureSession;
}

export function Poster({ session }: PosterProps) {
  const idle = useStore(session.store, (state) => state.status === 'idle');
  const [touched, setTouched] = useState(!idle);
  // A run that was reset is idle again, but no longer new to its reader.
  if (!idle && !touched) setTouched(true);
  if (!idle || touched) return null;
  return (
    <div className="embed-poster">
      <button
        type="button"
        aria-label="Play: train the networks"
        onClick={(event) => {
          // The button goes away, and the focus must not be lost with it.
          const next = event.currentTarget
            .closest('.embed')
            ?.querySelector<HTMLElement>('.transport .play');
          session.play();
          next?.focus();
        }}
      >
        <svg viewBox="0 0 16 16" width="30" height="30" aria-hidden="true" focusable="false">
          <path d="M4.6 2.6v10.8L13.4 8z" fill="currentColor" />
        </svg>
      </button>
    </div>
  );
}
