// Keeps the page, or what stands for it, in the chosen theme, or in the system's.
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { FigureSession } from '../session/types.ts';
import { applyPrintTheme, applyScreenTheme, applyTheme, prefersDark } from './theme-choice.ts';

export function useTheme(session: FigureSession, page?: HTMLElement) {
  const chosen = useStore(session.store, (state) => state.experiment.theme);
  useEffect(() => {
    const system = prefersDark();
    const apply = () => applyTheme(session, page);
    apply();
    const print = () => applyPrintTheme(session, page);
    const endPrint = () => applyScreenTheme(session, page);
    system.addEventListener('change', apply);
    addEventListener('beforeprint', print);
    addEventListener('afterprint', endPrint);
    return () => {
      system.removeEventListener('change', apply);
      removeEventListener('beforeprint', print);
      removeEventListener('afterprint', endPrint);
    };
  }, [session, page, chosen]);
}
