// The line under a lane's pictures, written past React as it changes.
import { useEffect, useRef } from 'react';
import { gridWords } from '../plot/describe.ts';
import type { FigureSession, LaneView } from '../session/types.ts';
import { drawnNote } from './drawn-note.ts';
import { laneNote } from './lane-note.ts';

export interface LaneNoteProps {
  readonly session: FigureSession;
  readonly view: LaneView;
}

export function LaneNote({ session, view }: LaneNoteProps) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(
    () =>
      session.onFrame(() => {
        const { slice, around } = session.store.getState().experiment;
        const text = `${laneNote(view, slice, around)} ${drawnNote(view)}`.trim();
        if (!line.current) return;
        if (line.current.textContent !== text) line.current.textContent = text;
        const { surface } = view;
        const grid = surface ? gridWords([surface.columns, surface.rows]) : '';
        if (line.current.title !== grid) line.current.title = grid;
      }),
    [session, view],
  );
  return <p className="lane-note" ref={line} />;
}
