// Writes the state of the run onto the figure's elements, for styles, scripts and tests: status, step, lanes' status.
import { useEffect, type RefObject } from 'react';
import type { FigureSession } from '../session/types.ts';

export function useRunAttributes(session: FigureSession, root: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const set = (target: HTMLElement, name: string, value: string) => {
      if (target.dataset[name] !== value) target.dataset[name] = value;
    };
    return session.onFrame(() => {
      set(element, 'status', session.store.getState().status);
      set(element, 'step', String(session.iteration));
      const lanes = element.querySelectorAll<HTMLElement>('[data-lane]');
      session.views.forEach((view, index) => {
        const lane = lanes[index];
        if (lane) set(lane, 'status', view.lane.status);
      });
    });
  }, [session, root]);
}
