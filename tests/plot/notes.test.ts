import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { inset } from '../../app/plot/clip.ts';
import { clickHints } from '../../app/plot/draw-crosshair.ts';
import { boxAround, edgePlaces, freePlace, overlap } from '../../app/plot/free-place.ts';
import { minimumNotes, notePlaces } from '../../app/plot/minimum-note.ts';
import { inside } from '../../app/plot/plot-frame.ts';
import { ofStep } from '../../app/plot/read-surface.ts';
import { buttonPlace } from '../../app/plot/start-button.ts';

const area = { left: 50, top: 8, width: 240, height: 200 };

describe('a note', () => {
  test('takes the first place that is free of lines and boxes', () => {
    const places = edgePlaces(area, 100, 16);
    expect(freePlace(places, area, [], [])).toEqual(places[0]);
    const across = [
      [50, 16],
      [290, 16],
    ] as const;
    expect(freePlace(places, area, [across], [])?.top).toBe(192);
    const bottom = { left: 50, top: 190, width: 240, height: 20 };
    expect(freePlace(places, area, [across], [bottom])).toBeNull();
    expect(freePlace([boxAround(50, 100, 40, 16)], area, [], [])).toBeNull();
  });

  test('on a loss says its step where the map has stayed behind', () => {
    expect(ofStep({ adrift: false, surfaceIteration: 1 })).toBe('');
    expect(ofStep({ adrift: true, surfaceIteration: 1234 })).toBe(' at step 1,234');
  });

  test('of the minimum says whose it is, how far away and on which side, in fewer words where room is short', () => {
    expect(minimumNotes(14.2, false, 0, 1)).toEqual([
      'least loss of this slice: 14 away, below the window ↓',
      'least loss: 14 away, below the window ↓',
      'least loss: 14 away, below ↓',
      'least loss: 14 away ↓',
    ]);
    expect(minimumNotes(2, true, 1, 0)).toContain('least loss: 2 away, outside →');
    expect(minimumNotes(null, true, -1, 0)[0]).toBe('least loss: left of the window ←');
    expect(minimumNotes(null, true, 0.6, -0.8)[0]).toBe('least loss: above the window ↑');
    expect(minimumNotes(null, true, 0.8, 0.6).at(-1)).toBe('least loss →');
  });

  test('of a click says when the loss that is seen there is not the one that a run would start with', () => {
    expect(clickHints(false)).toEqual(['click: start all lanes here', 'click: start here']);
    expect(clickHints(true)[0]).toBe('click: start all lanes here, the rest as at step 0');
    expect(clickHints(true).slice(-2)).toEqual(clickHints(false));
  });

  test('of the minimum stays in the plot, whichever way the arrow points', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }), (angle) => {
        const along = [Math.cos(angle), Math.sin(angle)] as const;
        const tip = [170 + 120 * along[0], 108 + 100 * along[1]] as const;
        for (const place of notePlaces(area, tip, along, 90, 16)) {
          expect(inside(place, inset(area, -1e-6))).toBe(true);
        }
      }),
    );
  });

  test('of the minimum has a place beside its arrow when the path takes the first', () => {
    const arrow = boxAround(170, 200, 8, 24);
    const places = notePlaces(area, [170, 208], [0, 1], 90, 16);
    const path = [
      [60, 180],
      [280, 180],
    ] as const;
    const clear = places.filter((place) => !overlap(place, arrow));
    const place = freePlace(clear, area, [path], []);
    expect(place?.top).toBe(192);
  });
});

describe('the button after a tap', () => {
  test('is on the canvas, and clear of the crosshair', () => {
    const size = { width: 90, height: 44 };
    const canvas = { width: 320, height: 250 };
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 290 }), fc.integer({ min: 8, max: 208 }), (x, y) => {
        const [left, top] = buttonPlace(x, y, size, area, canvas);
        expect(inside({ left, top, ...size }, { left: 0, top: 0, ...canvas })).toBe(true);
        expect(overlap({ left, top, ...size }, boxAround(x, y, 20, 20))).toBe(false);
      }),
    );
  });
});
