// Names at the ends of several paths: inside the plot, clear of each other, of marks, and of lines where there is room.
import { describe, expect, it } from 'vitest';
import { segmentsIn } from '../../app/plot/clip.ts';
import { overlap } from '../../app/plot/free-place.ts';
import { placePathNames } from '../../app/plot/path-names.ts';
import { inside, type Box } from '../../app/plot/plot-frame.ts';
import type { Pixel } from '../../app/plot/path-geometry.ts';

const area: Box = { left: 50, top: 10, width: 300, height: 200 };
const name = (x: number, y: number, width = 80) => ({
  ...{ width, height: 16 },
  end: [x, y] as Pixel,
});

describe('names of paths', () => {
  it('stand beside their ends', () => {
    const [box] = placePathNames([name(150, 100)], area, [], []);
    expect(box).toEqual({ left: 162, top: 92, width: 80, height: 16 });
  });

  it('never cover each other or a mark, and stay inside, even where all paths end at one corner', () => {
    const ends = [name(348, 208), name(347, 207), name(346, 208), name(349, 205, 120)];
    const mark: Box = { left: 230, top: 195, width: 120, height: 15 };
    const boxes = placePathNames(ends, area, [], [mark]).flatMap((box) => box ?? []);
    expect(boxes).toHaveLength(4);
    boxes.forEach((box, k) => {
      expect(inside(box, area)).toBe(true);
      expect(overlap(box, mark)).toBe(false);
      for (const other of boxes.slice(k + 1)) expect(overlap(box, other)).toBe(false);
    });
  });

  it('keep off lines, and stand on one only where there is no other place', () => {
    const line: Pixel[] = [
      [150, 100],
      [349, 100],
    ];
    const [free] = placePathNames([name(150, 100)], area, [line], []);
    expect(free && segmentsIn(line, free)).toBe(0);
    const hatching = Array.from({ length: 60 }, (_, k): Pixel[] => [
      [51, 11 + 3.3 * k],
      [349, 11 + 3.3 * k],
    ]);
    expect(placePathNames([name(150, 100)], area, hatching, [])[0]).not.toBeNull();
  });

  it('are left out where there is nothing to name, or no room', () => {
    expect(placePathNames([{ width: 80, height: 16, end: null }], area, [], [])).toEqual([null]);
    expect(placePathNames([name(150, 100, 400)], area, [], [])).toEqual([null]);
  });
});
