// Light or dark: the reader's choice, or the system's, put on the page and told to the views.
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { FigureSession } from '../session/types.ts';

export function useTheme(session: FigureSession) {
  const chosen = useStore(session.store, (state) => state.experiment.theme);
  useEffect(() => {
    const system = matchMedia('(prefers-color-scheme: dark)');
    const apply = () => {
      const theme = chosen === 'auto' ? (system.matches ? 'dark' : 'light') : chosen;
      document.documentElement.dataset['theme'] = theme;
      session.store.setState({ theme });
      session.invalidate();
    };
    apply();
    system.addEventListener('change', apply);
    return () => system.removeEventListener('change', apply);
  }, [session, chosen]);
}
