// Keeps the page in the chosen theme, or in the system's.
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { FigureSession } from '../session/types.ts';
import { applyTheme, prefersDark } from './theme-choice.ts';

export function useTheme(session: FigureSession) {
  const chosen = useStore(session.store, (state) => state.experiment.theme);
  useEffect(() => {
    const system = prefersDark();
    const apply = () => applyTheme(session);
    apply();
    system.addEventListener('change', apply);
    return () => system.removeEventListener('change', apply);
  }, [session, chosen]);
}
