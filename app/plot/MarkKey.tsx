// One line for all lanes that says what the marks in their plots are, each drawn as it is there.
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { FigureSession } from '../session/types.ts';
import { createChangeDetector } from './change-detector.ts';
import { keyGround, keyHeight, keyMarks, type KeyMark } from './key-marks.ts';
import { themeKey } from './plot-tokens.ts';
import { clearCanvas } from './sheet.ts';
import './plot.css';

export function MarkKey({ session }: { readonly session: FigureSession }) {
  const experiment = useStore(session.store, (state) => state.experiment);
  const shown = keyMarks.filter((mark) => mark.isIn(experiment));
  if (shown.length === 0) return null;
  return (
    <ul className="mark-key" aria-label="Marks in the plots">
      {shown.map((mark) => (
        <li key={mark.id} data-mark={mark.id} title={mark.meaning}>
          <Sign session={session} mark={mark} />
          {mark.text}
        </li>
      ))}
    </ul>
  );
}

function Sign({ session, mark }: { readonly session: FigureSession; readonly mark: KeyMark }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const changed = createChangeDetector();
    const paint = () => {
      const sign = canvas.current;
      const ratio = Math.min(2, Math.max(1, window.devicePixelRatio || 1));
      if (!sign || !changed([themeKey(sign, session.store.getState().theme), ratio])) return;
      const size = { width: mark.width, height: keyHeight, ratio };
      const context = clearCanvas(sign, size);
      if (!context) return;
      context.fillStyle = keyGround;
      context.fillRect(0, 0, size.width, size.height);
      mark.draw(context);
    };
    paint();
    return session.onFrame(paint);
  }, [session, mark]);
  return <canvas ref={canvas} width={mark.width} height={keyHeight} aria-hidden="true" />;
}
