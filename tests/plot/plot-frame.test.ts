import { describe, expect, test } from 'vitest';
import { contains, fitFrame } from '../../app/plot/plot-frame.ts';
import type { Frame, Window } from '../../app/plot/plot-frame.ts';

const margins = { left: 52, right: 14, top: 8, bottom: 38 };

function frameOf(width: number, height: number, window: Window, equal: boolean): Frame {
  const frame = fitFrame(width, height, margins, window, equal);
  if (!frame) throw new Error('no frame');
  return frame;
}

describe('the plot area', () => {
  test.each([
    [430, 260],
    [360, 300],
    [220, 500],
  ])('in equal units of %i x %i one unit is as long upwards as sideways', (width, height) => {
    const frame = frameOf(width, height, [-2, 3, 10, 12.5], true);
    const wide = frame.x(1) - frame.x(0);
    const high = frame.y(11) - frame.y(12);
    // The area is rounded to whole pixels.
    expect(Math.abs(wide - high) / wide).toBeLessThan(1 / frame.height);
  });

  test('in equal units it is the largest that fits, midway between its margins', () => {
    const frame = frameOf(430, 260, [-2, 2, -2, 2], true);
    expect(frame.height).toBe(260 - 8 - 38);
    expect(frame.width).toBe(frame.height);
    const middle = (52 + 430 - 14) / 2;
    expect(Math.abs(frame.left + frame.width / 2 - middle)).toBeLessThanOrEqual(1);
    const narrow = frameOf(300, 260, [-2, 2, -2, 2], true);
    expect(narrow.left).toBeGreaterThanOrEqual(52);
    expect(narrow.left + narrow.width).toBeLessThanOrEqual(300 - 14);
  });

  test('fitted, it takes all the room', () => {
    const frame = frameOf(430, 260, [-1, 2.5, -120, 140], false);
    expect([frame.left, frame.top, frame.width, frame.height]).toEqual([52, 8, 364, 214]);
  });

  test.each([true, false])(
    'the window is all there, with v growing upwards (equal: %s)',
    (equal) => {
      const frame = frameOf(430, 260, [-1, 2, 5, 9], equal);
      expect(frame.x(-1)).toBeCloseTo(frame.left, 9);
      expect(frame.x(2)).toBeCloseTo(frame.left + frame.width, 9);
      expect(frame.y(9)).toBeCloseTo(frame.top, 9);
      expect(frame.y(5)).toBeCloseTo(frame.top + frame.height, 9);
      expect(frame.u(frame.x(0.3))).toBeCloseTo(0.3, 12);
      expect(frame.v(frame.y(7.7))).toBeCloseTo(7.7, 12);
      expect(contains(frame, frame.x(0), frame.y(6))).toBe(true);
      expect(contains(frame, frame.x(0), frame.y(4.9))).toBe(false);
    },
  );

  test('nothing is drawn without room or without a window', () => {
    expect(fitFrame(0, 0, margins, [0, 1, 0, 1], true)).toBeNull();
    expect(fitFrame(80, 60, margins, [0, 1, 0, 1], false)).toBeNull();
    expect(fitFrame(430, 260, margins, [1, 1, 0, 1], false)).toBeNull();
    expect(fitFrame(430, 260, margins, [0, NaN, 0, 1], true)).toBeNull();
    expect(fitFrame(430, 260, margins, [0, Infinity, 0, 1], true)).toBeNull();
  });
});
