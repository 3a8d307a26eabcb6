// Starts a run by itself: only when asked to, only once, only when seen, and not for readers who prefer less motion.
import { useEffect, type RefObject } from 'react';
import type { FigureSession } from '../session/types.ts';

export function useStartWhenSeen(
  session: FigureSession,
  root: RefObject<HTMLElement | null>,
  wanted: boolean,
) {
  useEffect(() => {
    const element = root.current;
    if (!element || !wanted || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      if (session.store.getState().status === 'idle') session.play();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [session, root, wanted]);
}
