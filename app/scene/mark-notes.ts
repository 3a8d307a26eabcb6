// What stands beside a start or a current point whose loss is above the box: how high it really is. Pure.
import { formatNumber, tighten } from '../../src/index.ts';
import { asLabel, isFree, lineHeight, widthOf, type Label, type Point } from './labels.ts';
import { markPlaces, type MarkPlace } from './mark-places.ts';
import type { Projector } from './projection.ts';

export interface HighMark extends Pick<MarkPlace, 'name' | 'loss'> {
  /** In CSS pixels of the slot. */
  readonly at: Point;
}

/** From long to short, in the words of the plots. */
export function highTexts({ name, loss }: Pick<HighMark, 'name' | 'loss'>): string[] {
  const text = `loss ${tighten(formatNumber(loss, 2))}`;
  return [`${name}: ${text}, above ↑`, `${name}: ${text} ↑`, `${text} ↑`];
}

/** From the middle of a mark to the nearest side of its note, in pixels. */
const beside = 12;
const margin = 2;

export interface SeenMarks {
  readonly points: readonly Point[];
  /** Those that have no place in the box. */
  readonly high: readonly HighMark[];
}

export function seeMarks(view: Parameters<typeof markPlaces>[0], project: Projector): SeenMarks {
  const seen = markPlaces(view).map((mark) => ({ ...mark, at: project(...mark.at) }));
  return { points: seen.map(({ at }) => at), high: seen.filter(({ isAbove }) => isAbove) };
}

/**
 * The labels with a note beside every mark that is above the box, inside the slot and clear of titles and marks. Numbers
 * of the axes on which one would lie are left out.
 */
export function withNotes(
  labels: readonly Label[],
  { points, high }: SeenMarks,
  width: number,
  height: number,
): Label[] {
  const taken = [...labels.filter(({ kind }) => kind === 'title'), ...points.map(asLabel)];
  const notes: Label[] = [];
  for (const mark of high) {
    const note = placesOf(mark, width).find(
      (label) =>
        Math.abs(label.y - height / 2) <= (height - lineHeight) / 2 &&
        isFree(label, [...taken, ...notes]),
    );
    if (note) notes.push(note);
  }
  return [...labels.filter((label) => isFree(label, notes)), ...notes];
}

/** Above the mark, beside it, and at last below; moved into the slot. */
function placesOf(mark: HighMark, slotWidth: number): Label[] {
  const [x, y] = mark.at;
  return [-1.3, 0, -2.3, 1.3, 2.3].flatMap((line) =>
    highTexts(mark).flatMap((text): Label[] => {
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
