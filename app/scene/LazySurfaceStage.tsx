// Starts the 3D stage when the figure comes near the screen, and gives its graphics context back when it is far away.
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { SceneBoundary } from './SceneBoundary.tsx';
import type { SurfaceStageProps } from './SurfaceStage.tsx';

const SurfaceStage = lazy(() => import('./SurfaceStage.tsx'));

/** A page may hold sixteen contexts: figures farther away than this have none. */
const nearby = '600px';

/** SurfaceStage without three.js at the start: whatever happens to it, the figure's other pictures stand. */
export function LazySurfaceStage(props: SurfaceStageProps) {
  const { slots, host } = props;
  const [near, setNear] = useState(false);
  const attempt = useSyncExternalStore(slots.subscribe, () => slots.attempt);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.at(-1)?.isIntersecting ?? false),
      { rootMargin: nearby },
    );
    observer.observe(host);
    return () => observer.disconnect();
  }, [host]);
  if (!near) return null;
  return (
    <SceneBoundary key={attempt} onError={() => slots.setStatus('failed')}>
      <Suspense>
        <SurfaceStage {...props} />
      </Suspense>
    </SceneBoundary>
  );
}
