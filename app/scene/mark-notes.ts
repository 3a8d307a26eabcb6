// What stands beside a start or a current point whose loss is above or below the box: how high it really is. Pure.
import { formatNumber, tighten } from '../../src/index.ts';
import { asLabel, isFree, lineHeight, widthOf, type Label, type Point } from './labels.ts';
import { markPlaces, type MarkPlace } from './mark-places.ts';
import type { Projector } from './projection.ts';

export interface OffMark extends Pick<MarkPlace, 'name' | 'loss' | 'off'> {
  /** In CSS pixels of the slot. */
  readonly at: Point;
}

/** From long to short, in the words of the plots. */
function textsOf({ name, loss, off }: OffMark, isBeside: boolean): string[] {
  const arrow = off === 'below' ? '↓' : '↑';
  const number = tighten(formatNumber(loss, 2));
  const text = `loss ${number}`;
  const short = isBeside ? text : `${name}: ${number}`;
  return [`${name}: ${text}, ${off} ${arrow}`, `${name}: ${text} ${arrow}`, `${short} ${arrow}`];
}

/** From the middle of a mark to the nearest side of its note, in pixels. */
const beside = 12;
const margin = 2;

/** In a slot no wider than this, notes beside their marks would cover the surface: they stand in rows at its top. */
const small = 260;

export interface SeenMarks {
  readonly points: readonly Point[];
  /** Those that have no place in the box. */
  readonly off: readonly OffMark[];
}

export function seeMarks(view: Parameters<typeof markPlaces>[0], project: Projector): SeenMarks {
  const seen = markPlaces(view).map((mark) => ({ ...mark, at: project(...mark.at) }));
  return { points: seen.map(({ at }) => at), off: seen.filter(({ off }) => off !== null) };
}

/**
 * The labels with a note beside every mark that is above or below the box, inside the slot and clear of titles and marks.
 * Numbers of the axes on which one would lie are left out.
 */
export function withNotes(
  labels: readonly Label[],
  { points, off }: SeenMarks,
  width: number,
  height: number,
): Label[] {
  const taken = [...labels.filter(({ kind }) => kind === 'title'), ...points.map(asLabel)];
  const notes: Label[] = [];
  for (const mark of off) {
    const places = width > small ? placesOf(mark, width) : rowsOf(mark, width);
    const note = places.find(
      (label) =>
        Math.abs(label.y - height / 2) <= (height - lineHeight) / 2 &&
        isFree(label, [...taken, ...notes]),
    );
    if (note) notes.push(note);
  }
  return [...labels.filter((label) => isFree(label, notes)), ...notes];
}

function rowsOf(mark: OffMark, slotWidth: number): Label[] {
  return [0.5, 1.5, 2.5].flatMap((row) =>
    textsOf(mark, false).flatMap((text): Label[] => {
      const width = widthOf(text);
      const middles = width > slotWidth ? [] : [width / 2, slotWidth - width / 2];
      return middles.map((x) => ({ text, kind: 'note', x, y: row * lineHeight, width }));
    }),
  );
}

/** Above the mark, beside it, and at last below; moved into the slot. */
function placesOf(mark: OffMark, slotWidth: number): Label[] {
  const [x, y] = mark.at;
  return [-1.3, 0, -2.3, 1.3, 2.3].flatMap((line) =>
    textsOf(mark, true).flatMap((text): Label[] => {
      const width = widthOf(text);
      const across = beside + width / 2;
      const furthest = slotWidth / 2 - margin - width / 2;
      if (furthest < 0) return [];
      const inside = (middle: number) =>
        slotWidth / 2 + Math.max(-furthest, Math.min(furthest, middle - slotWidth / 2));
      return [x, x + across, x - across].map((middle) => ({
        ...{ text, kind: 'note', x: inside(middle), y: y + line * lineHeight, width },
      }));
    }),
  );
}
