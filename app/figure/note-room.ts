// The longest that the note under a lane may come to say in a run: room is kept for it, so that nothing below it moves.
import { slices, type Experiment, type SliceChoice } from '../../src/index.ts';
import type { LaneView } from '../session/types.ts';
import { gapWords, joined, lastingNote, narrowWords } from './drawn-note.ts';
import { adriftWords, sliceNote } from './lane-note.ts';
import { saddleWords, showsSaddle } from './saddle-note.ts';

const roomsOf = new WeakMap<readonly LaneView[], string[]>();

/** Of the notes of lanes side by side the longest, so that what stands below them is at one height. */
export function commonRoom(
  views: readonly LaneView[],
  view: LaneView,
  slice: SliceChoice,
  around: Experiment['around'],
): string {
  const rooms = roomsOf.get(views) ?? [];
  roomsOf.set(views, rooms);
  rooms[view.index] = noteRoom(view, slice, around);
  return rooms.reduce((longest, room) => (room.length > longest.length ? room : longest), '');
}

/** As wide as losses and weights become, and a step that seldom is passed. */
const widest = '−0.00123';
const lateStep = 10_000;

/**
 * @param around where the plane goes through: not through the current point, the surface has other losses than the path
 *   as soon as the run has begun
 */
export function noteRoom(view: LaneView, slice: SliceChoice, around: Experiment['around']): string {
  const { lane, frame } = view;
  const isFollowed = slice.kind !== 'weights' && slices.get(slice.kind).follows;
  const later = {
    ...{ lane, endIteration: lateStep, frameIteration: isFollowed ? lateStep : 0, distance: 1 },
    frame: { ...frame, problem: null },
  };
  const hasGap = around !== 'live' && !view.drawn.isFrozen && lane.objective.size > 2;
  // A plane that stands still shows a saddle's bowl only where there is no gap, and the words on a gap are longer.
  const saddle = showsSaddle(view) ? saddleWords(lane) : '';
  const shape = !view.drawn.isOwn && narrowWords.length > saddle.length ? narrowWords : saddle;
  const atMost = hasGap ? gapWords(widest, `has ${widest} here`) : shape;
  const inTheMap = joined([
    sliceNote(later, slice, around, () => widest),
    lastingNote(view),
    atMost,
  ]);
  const adrift = joined([adriftWords(lateStep), lastingNote(view)]);
  return inTheMap.length > adrift.length ? inTheMap : adrift;
}
