// The lab takes the page over from the first view, in one turn, so that nothing is blank in between.
import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { FigureSession } from '../session/types.ts';
import { Lab } from './Lab.tsx';

export function mountLab(page: HTMLElement, session: FigureSession): void {
  flushSync(() =>
    createRoot(page).render(
      <StrictMode>
        <Lab session={session} />
      </StrictMode>,
    ),
  );
}
