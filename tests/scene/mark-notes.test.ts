// A mark whose loss has no place in the box says how high it is: beside itself, inside the slot, on no title.
import { describe, expect, test } from 'vitest';
import { laneTicks } from '../../app/scene/axes.ts';
import { layoutLabels } from '../../app/scene/labels.ts';
import { seeMarks, withNotes } from '../../app/scene/mark-notes.ts';
import { createProjector } from '../../app/scene/projection.ts';
import { createLossScale } from '../../src/index.ts';
import { laneOf } from './lanes.ts';

const window = [-2, 2, -2, 2] as const;
const of = (...points: [number, number, number][]) =>
  laneOf((u, v) => 1 + u * u + v * v, window, points);
const names = ['weight of x1', 'weight of x2'] as const;

function labelsOf(view: ReturnType<typeof of>, azimuth: number, width: number, height: number) {
  const pose = { azimuth, elevation: 36, distance: 3.1 };
  const ticks = laneTicks(view);
  if (!ticks) throw new Error('missing ticks');
  const marks = seeMarks(view, createProjector(pose, width, height));
  const axes = layoutLabels(pose, ticks, names, width, height, marks.points);
  return { marks, axes, labels: withNotes(axes, marks, width, height) };
}

describe.each([
  [446, 216],
  [289, 179],
  [176, 144],
])('in a slot of %i x %i', (width, height) => {
  test('a start above the box is told with its loss, whatever the view', () => {
    for (let azimuth = -180; azimuth < 180; azimuth += 15) {
      for (const place of [-2, -1, 0, 1.5]) {
        const view = of([place, -place / 2, 27.4], [0.5, 0.2, 1.3]);
        const { marks, labels } = labelsOf(view, azimuth, width, height);
        const notes = labels.filter(({ kind }) => kind === 'note');
        expect(notes.map(({ text }) => text).join()).toMatch(/^(start: )?(loss )?27(, above)? ↑$/);
        const [note] = notes;
        const [start] = marks.points;
        if (!note || !start) throw new Error('missing note');
        if (width > 260) {
          expect(Math.abs(note.x - start[0]) - note.width / 2).toBeLessThan(20);
          expect(Math.abs(note.y - start[1])).toBeLessThan(40);
        } else {
          // A small surface is not covered.
          expect(note.text).toMatch(/^start: /);
          expect(note.y).toBeLessThan(36);
        }
        expect(note.x - note.width / 2).toBeGreaterThanOrEqual(0);
        expect(note.x + note.width / 2).toBeLessThanOrEqual(width);
        for (const other of labels) {
          if (other === note) continue;
          const isApart =
            Math.abs(note.x - other.x) >= (note.width + other.width) / 2 ||
            Math.abs(note.y - other.y) >= 12;
          expect(isApart, `${note.text} on ${other.text}`).toBe(true);
        }
      }
    }
  });

  test('so is a run that has diverged, at its last finite loss', () => {
    const view = of([1, 1, 3], [-9, 7, 90], [3e9, 2, 4e40], [NaN, NaN, Infinity]);
    const texts = labelsOf(view, 30, width, height).labels.map(({ text }) => text);
    expect(texts.join()).toMatch(/loss 4×10⁴⁰.* ↑/);
  });

  test('a start that lies below all of the map is told too', () => {
    const view = of([1, 1, 0.4], [0.5, 0.2, 1.3]);
    const texts = labelsOf(view, 30, width, height).labels.map(({ text }) => text);
    expect(texts.join()).toMatch(/loss 0\.4(, below)? ↓/);
  });

  test('of a surface without a finite loss nothing is said: it has no height', () => {
    const blank = {
      ...laneOf(() => Infinity, window, [[1, 1, 3]]),
      scale: createLossScale('linear', 0, 0),
    };
    expect(labelsOf(blank, 30, width, height).marks.off).toEqual([]);
  });

  test('where all is in the box nothing is added', () => {
    const { axes, labels } = labelsOf(of([1, 1, 3], [0.5, 0.2, 1.3]), 30, width, height);
    expect(labels).toEqual(axes);
  });
});
