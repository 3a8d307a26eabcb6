// One sentence in place of the 3D view, where it cannot be drawn.
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Slots, StageStatus } from './slots.ts';

const notices: Partial<Record<StageStatus, string>> = {
  unsupported:
    'This browser does not draw in 3D here; the contour plot below shows the same surface.',
  lost: '3D paused: the browser has taken the graphics processor back. Training and the contour plot go on.',
  failed: 'The 3D view has stopped; the contour plot below shows the same surface.',
};

/** A lost context mostly comes back by itself; after this many milliseconds a button asks for a new one. */
const patience = 5000;

function RestartButton({ slots, delay }: { readonly slots: Slots; readonly delay: number }) {
  const [shown, setShown] = useState(delay === 0);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), delay);
    return () => clearTimeout(timer);
  }, [delay]);
  return (
    shown && (
      <button type="button" onClick={slots.restart}>
        Start 3D again
      </button>
    )
  );
}

export function SceneNotice({ slots }: { readonly slots: Slots }) {
  const status = useSyncExternalStore(slots.subscribe, () => slots.status);
  const notice = notices[status];
  if (!notice) return null;
  return (
    <div className="scene-notice">
      <p>{notice}</p>
      {status === 'lost' && <RestartButton slots={slots} delay={patience} />}
      {status === 'failed' && <RestartButton slots={slots} delay={0} />}
    </div>
  );
}
