// Says on the page, or what stands for it, when the first surfaces are on screen, for tests and for pictures.
import { useEffect } from 'react';
import type { FigureSession } from '../session/types.ts';

export function useReadiness(session: FigureSession, page?: HTMLElement) {
  useEffect(() => {
    const stop = session.onFrame(() => {
      if (session.views.some((view) => view.surface === null)) return;
      (page ?? document.documentElement).setAttribute('data-ready', '');
      stop();
    });
    return () => {
      stop();
    };
  }, [session, page]);
}
