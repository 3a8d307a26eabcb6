// What the crosshair reads off a lane's surface: both coordinates and the loss there, in short, and in words to be heard.
import { useEffect, useRef } from 'react';
import { formatNumber } from '../../src/index.ts';
import type { FigureSession, LaneView } from '../session/types.ts';
import { ofStep } from '../plot/read-surface.ts';
import { surfaceLoss } from './heights.ts';

export interface SurfaceReadingProps {
  readonly session: FigureSession;
  readonly view: LaneView;
  /** Whether keys have moved the crosshair over this surface: a pointer's way is not read aloud. */
  readonly isSpoken: boolean;
}

export function SurfaceReading({ session, view, isSpoken }: SurfaceReadingProps) {
  const line = useRef<HTMLParagraphElement>(null);
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    let seen: readonly unknown[] = [];
    const write = () => {
      const { surface, surfaceVersion } = view;
      const { crosshair } = session;
      const now = [crosshair, surfaceVersion, view.adrift];
      if (!line.current || now.every((value, k) => value === seen[k])) return;
      seen = now;
      const loss = crosshair && surface ? surfaceLoss(surface, ...crosshair) : NaN;
      line.current.hidden = !Number.isFinite(loss);
      if (line.current.hidden || !crosshair || !surface) return;
      const [u, v] = crosshair.map((value) => formatNumber(value));
      const [first, second] = surface.plane.labels;
      // The axes have their names.
      line.current.textContent = `${u}, ${v}: loss ≈ ${formatNumber(loss)}${ofStep(view)}`;
      if (isSpoken && words.current) {
        words.current.textContent = `${first} ${u}, ${second} ${v}, loss about ${formatNumber(loss)}${ofStep(view)}`;
      }
    };
    write();
    return session.onFrame(write);
  }, [session, view, isSpoken]);
  return (
    <>
      <p className="scene-reading" ref={line} aria-hidden="true" hidden />
      <p className="scene-description" ref={words} aria-live="polite" />
    </>
  );
}
