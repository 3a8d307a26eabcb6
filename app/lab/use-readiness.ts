// Says on the document when the first surfaces are on screen, for tests and for pictures.
import { useEffect } from 'react';
import type { FigureSession } from '../session/types.ts';

export function useReadiness(session: FigureSession) {
  useEffect(() => {
    const stop = session.onFrame(() => {
      if (session.views.some((view) => view.surface === null)) return;
      document.documentElement.dataset['ready'] = '';
      stop();
    });
    return () => {
      stop();
    };
  }, [session]);
}
