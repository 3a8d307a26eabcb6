// Draws the 3D surfaces of all lanes of a figure into their slots. Loaded on its own: three.js comes with it.
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import type { FigureSession } from '../session/types.ts';
import type { Slots } from './slots.ts';
import { openStage, type Stage } from './stage.ts';
import type { StagedHost } from './staged-host.ts';
import { probeGraphics } from './webgl.ts';

export interface SurfaceStageProps {
  readonly session: FigureSession;
  readonly slots: Slots;
  /** The area that all slots lie in; positioned. Gets the properties of a staged host while the stage is open. */
  readonly host: HTMLElement;
}

// oxlint-disable-next-line import/no-default-export -- React.lazy takes nothing else
export default function SurfaceStage({ session, slots, host }: SurfaceStageProps) {
  const holder = useRef<HTMLDivElement>(null);
  const stage = useRef<Stage | null>(null);
  const [graphics] = useState(probeGraphics);
  const attempt = useSyncExternalStore(slots.subscribe, () => slots.attempt);
  const generation = useStore(session.store, (state) => state.generation);

  useEffect(() => {
    if (!graphics.available || !holder.current) {
      // Contour plots cost no more pixels for more points.
      session.limitGrid(false);
      slots.setStatus('unsupported');
      return;
    }
    const opened = openStage(session, slots, host, holder.current, graphics.software);
    const staged: StagedHost = host;
    stage.current = opened;
    staged.surfaces = opened.surfaces;
    staged.capture = opened.capture;
    return () => {
      delete staged.surfaces;
      delete staged.capture;
      stage.current = null;
      opened.close();
      slots.setStatus('waiting');
    };
  }, [session, slots, host, graphics, attempt]);

  useEffect(() => {
    stage.current?.show(session.views);
  }, [session, slots, host, graphics, attempt, generation]);

  return createPortal(<div className="scene-stage" ref={holder} aria-hidden="true" />, host);
}
