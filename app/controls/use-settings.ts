// The settings that all lanes share, and the one way to change some of them.
import { useStore } from 'zustand';
import type { Settings } from '../../src/index.ts';
import type { FigureSession } from '../session/types.ts';

export function useSettings(
  session: FigureSession,
): readonly [Settings, (change: Partial<Settings>) => void] {
  const settings = useStore(session.store, (state) => state.experiment.settings);
  return [
    settings,
    // Laid over the newest settings: a slider may still hold an older picture of them.
    (change) =>
      session.update({ settings: { ...session.store.getState().experiment.settings, ...change } }),
  ];
}
