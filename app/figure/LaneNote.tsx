// The line under a lane's pictures, written past React as it changes; its first word explains itself.
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { Term } from '../controls/Term.tsx';
import { gridWords } from '../plot/describe.ts';
import { takeTextTurn } from '../plot/painting-turns.ts';
import type { FigureSession, LaneView } from '../session/types.ts';
import { drawnNote, joined, narrowNote } from './drawn-note.ts';
import { laneNote, sliceMeaning, sliceWord } from './lane-note.ts';
import { commonRoom } from './note-room.ts';
import { createSaddleNote } from './saddle-note.ts';

export interface LaneNoteProps {
  readonly session: FigureSession;
  readonly view: LaneView;
}

export function LaneNote({ session, view }: LaneNoteProps) {
  const word = useRef<HTMLSpanElement>(null);
  const line = useRef<HTMLSpanElement>(null);
  const grid = useRef<HTMLSpanElement>(null);
  const note = useRef<HTMLParagraphElement>(null);
  const slice = useStore(session.store, ({ experiment }) => experiment.slice);
  const around = useStore(session.store, ({ experiment }) => experiment.around);
  useEffect(() => {
    const saddleNote = createSaddleNote(view, around, () => takeTextTurn(session, view.index));
    return session.onFrame(() => {
      const whole = joined([
        laneNote(view, slice, around),
        narrowNote(view) || saddleNote(),
        drawnNote(view),
      ]);
      const isSlice = whole.startsWith(sliceWord);
      const text = isSlice ? whole.slice(sliceWord.length) : whole;
      if (word.current && word.current.hidden === isSlice) word.current.hidden = !isSlice;
      if (line.current && line.current.textContent !== text) line.current.textContent = text;
      const room = commonRoom(session.views, view, slice, around);
      if (note.current && note.current.dataset['room'] !== room)
        note.current.dataset['room'] = room;
      const { surface } = view;
      const points = surface ? ` ${gridWords([surface.columns, surface.rows])}` : '';
      if (grid.current && grid.current.textContent !== points) grid.current.textContent = points;
    });
  }, [session, view, slice, around]);
  return (
    <p className="lane-note" ref={note} data-room={commonRoom(session.views, view, slice, around)}>
      <span className="lane-note-words">
        <span ref={word} hidden>
          <Term meaning={sliceMeaning(view, slice, around)} more={<span ref={grid} />}>
            {sliceWord}
          </Term>
        </span>
        <span ref={line} />
      </span>
    </p>
  );
}
