// Keeps the page, or what stands for it, in the chosen theme, or in the system's.
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { FigureSession } from '../session/types.ts';
import { applyPrintTheme, applyTheme, prefersDark } from './theme-choice.ts';

export function useTheme(session: FigureSession, page?: HTMLElement) {
  const chosen = useStore(session.store, (state) => state.experiment.theme);
  useEffect(() => {
    const system = prefersDark();
    const apply = () => applyTheme(session, page);
    apply();
    const print = () => applyPrintTheme(session, page);
    system.addEventListener('change', apply);
    addEventListener('beforeprint', print);
    addEventListener('afterprint', apply);
    return () => {
      system.removeEventListener('change', apply);
      removeEventListener('beforeprint', print);
      removeEventListener('afterprint', apply);
    };
  }, [session, page, chosen]);
}
