// A figure off the screen, or in a hidden tab, sleeps.
import { useEffect, type RefObject } from 'react';
import type { FigureSession } from '../session/types.ts';

export function useVisibility(session: FigureSession, root: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    let onScreen = true;
    const tell = () => session.setVisible(onScreen && !document.hidden);
    const observer = new IntersectionObserver((entries) => {
      onScreen = entries.at(-1)?.isIntersecting ?? true;
      tell();
    });
    observer.observe(element);
    document.addEventListener('visibilitychange', tell);
    return () => {
      observer.disconnect();
      document.removeEventListener('visibilitychange', tell);
    };
  }, [session, root]);
}
