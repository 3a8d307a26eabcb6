import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { clampToBox, clipSegment, edgeTowards, segmentsIn } from '../../app/plot/clip.ts';
import { createPathSight, latestPixels, visiblePath } from '../../app/plot/path-geometry.ts';
import { contains, fitFrame } from '../../app/plot/plot-frame.ts';

const none = { left: 0, right: 0, top: 0, bottom: 0 };
/** 100 x 100 pixels over [0, 1] x [0, 1]. */
const frame = fitFrame(100, 100, none, [0, 1, 0, 1], true);
if (!frame) throw new Error('no frame');

function pathOf(...points: [number, number][]) {
  return {
    count: points.length,
    revision: 0,
    points: Float64Array.from(points.flatMap(([u, v]) => [u, v, 1])),
  };
}

describe('cutting at the edge', () => {
  const box = { left: 0, top: 0, width: 100, height: 100 };

  test('a segment inside is whole, one outside is gone, one across is cut at both edges', () => {
    expect(clipSegment(10, 10, 90, 50, box)).toEqual([0, 1]);
    expect(clipSegment(-10, 10, -1, 90, box)).toBeNull();
    expect(clipSegment(-10, 120, 120, 110, box)).toBeNull();
    expect(clipSegment(-100, 50, 300, 50, box)).toEqual([0.25, 0.5]);
    expect(
      segmentsIn(
        [
          [-9, 50],
          [9, 50],
          [200, 50],
          [300, 50],
        ],
        box,
      ),
    ).toBe(2);
  });

  test('what is kept lies in the box, and what is cut does not', () => {
    const number = fc.integer({ min: -300, max: 400 });
    fc.assert(
      fc.property(number, number, number, number, (x0, y0, x1, y1) => {
        const part = clipSegment(x0, y0, x1, y1, box);
        const point = (t: number): [number, number] => [x0 + t * (x1 - x0), y0 + t * (y1 - y0)];
        for (let k = 0; k <= 40; k++) {
          const t = k / 40;
          const [x, y] = point(t);
          const kept = part !== null && t >= part[0] - 1e-9 && t <= part[1] + 1e-9;
          const roomy = { left: -1e-6, top: -1e-6, width: 100 + 2e-6, height: 100 + 2e-6 };
          if (contains(box, x, y))
            expect(kept || part?.some((end) => Math.abs(end - t) < 1e-9)).toBe(true);
          if (kept) expect(contains(roomy, x, y)).toBe(true);
        }
      }),
    );
  });

  test('a path that swings wider and wider points out of the window where it has left', () => {
    const swing = visiblePath(pathOf([0.5, 0.5], [0.9, 0.5], [-5, 0.5], [-50, 5]), frame);
    expect(swing.exit?.map(Math.round)).toEqual([0, 50]);
    expect(swing.heading?.[0]).toBeLessThan(0);
    // It has crossed the window once more, out of sight of any point of its own.
    const wide = visiblePath(pathOf([0.5, 0.5], [-5, 0.5], [50, 40]), frame);
    expect(wide.exit?.map(Math.round)).toEqual([0, 50]);
    expect(wide.heading?.[0]).toBeLessThan(0);
  });

  test('a path that swings beyond all that can be placed is marked on the side where it is', () => {
    const swings = [0.5, 2, -1e12, 1e13, -1e30, 1e60];
    for (let count = 3; count <= swings.length; count++) {
      const to = swings.slice(0, count);
      const { exit } = visiblePath(pathOf(...to.map((u): [number, number] => [u, 0.5])), frame);
      const isLeft = (to.at(-1) ?? 0) < 0;
      // The first swing that far is still known to have left where it did.
      if (count > 3) expect(exit?.[0]).toBe(isLeft ? 0 : 100);
    }
  });

  test('a far point is shown at the edge: nearest, or in its direction', () => {
    expect(clampToBox(250, 30, box)).toEqual([100, 30]);
    expect(edgeTowards(50, -9950, box)).toEqual([50, 0]);
    const [x, y] = edgeTowards(1050, 550, box);
    expect([x, y]).toEqual([100, 75]);
  });
});

describe('the visible path', () => {
  test('is the path where it stays inside', () => {
    const { pieces, start, latest, exit } = visiblePath(
      pathOf([0.1, 0.1], [0.5, 0.5], [0.5, 0.9]),
      frame,
    );
    const [piece] = pieces;
    expect(pieces).toHaveLength(1);
    expect(piece.map(([x, y]) => [Math.round(x), Math.round(y)])).toEqual([
      [10, 90],
      [50, 50],
      [50, 10],
    ]);
    expect(start?.map(Math.round)).toEqual([10, 90]);
    expect(latest?.map(Math.round)).toEqual([50, 10]);
    expect(exit).toBeNull();
  });

  test('is marked at the edge where it left, and goes on where it returns', () => {
    const out = visiblePath(pathOf([0.5, 0.5], [1.5, 0.5], [3, 0.5]), frame);
    expect(out.pieces).toHaveLength(1);
    expect(out.exit?.map(Math.round)).toEqual([100, 50]);
    expect(out.heading?.[0]).toBeGreaterThan(100);
    const back = visiblePath(pathOf([0.5, 0.5], [1.5, 0.5], [1.5, 0.2], [0.5, 0.2]), frame);
    expect(back.pieces).toHaveLength(2);
    expect(back.exit).toBeNull();
    expect(back.pieces[1][0].map(Math.round)).toEqual([100, 80]);
  });

  test('is never dropped in silence: a run that was never inside has its mark as well', () => {
    const { pieces, exit } = visiblePath(pathOf([5, 0.25], [6, 0.25]), frame);
    expect(pieces).toHaveLength(0);
    expect(exit?.map(Math.round)).toEqual([100, 75]);
  });

  test('crosses the area where both ends of a step lie outside', () => {
    const { pieces } = visiblePath(pathOf([-1, 0.5], [2, 0.5]), frame);
    expect(pieces[0].map(([x]) => Math.round(x))).toEqual([0, 100]);
  });

  test('ends before the first point that is not finite, and stays in the area on the way there', () => {
    const points: [number, number][] = [];
    for (let k = 0; k < 200; k++) points.push([0.5 + 0.3 * (-2) ** k, 0.5 - 0.1 * (-2) ** k]);
    const { pieces, exit } = visiblePath(pathOf(...points, [NaN, 0]), frame);
    const roomy = { left: -1, top: -1, width: 102, height: 102 };
    for (const [x, y] of pieces.flat()) expect(contains(roomy, x, y)).toBe(true);
    // All steps lie on one line through the middle: none may be drawn beside it.
    for (const [x, y] of pieces.flat()) expect(Math.abs((x - 50) / 3 - (y - 50))).toBeLessThan(1);
    expect(exit).not.toBeNull();
  });

  test('drops points that cannot be told apart, but never the latest', () => {
    const points = Array.from({ length: 1001 }, (_, k): [number, number] => [0.2 + k * 1e-5, 0.5]);
    const { pieces } = visiblePath(pathOf(...points), frame);
    expect(pieces[0].length).toBeLessThan(5);
    expect(pieces[0].at(-1)?.[0]).toBeCloseTo(21, 4);
  });

  test('is empty without points, and a start alone without steps', () => {
    expect(visiblePath(pathOf(), frame)).toEqual({
      pieces: [],
      start: null,
      latest: null,
      exit: null,
      heading: null,
    });
    expect(visiblePath(pathOf([0.5, 0.5]), frame).latest).toEqual([50, 50]);
  });

  test('the latest points are the last ones inside, oldest first', () => {
    const path = pathOf([0.1, 0.5], [0.2, 0.5], [7, 0.5], [0.4, 0.5]);
    expect(latestPixels(path, frame, 3).map(([x]) => Math.round(x))).toEqual([20, 40]);
  });
});

test('a path that is followed is seen as if it were looked at from its start', () => {
  const near = fc.double({ min: -0.5, max: 1.5, noNaN: true });
  const step = fc.oneof(
    near,
    fc.double({ min: 0.5, max: 0.503, noNaN: true }),
    fc.constantFrom(NaN, 1e12, -1e12),
  );
  const places = fc.array(fc.tuple(step, step), { minLength: 1, maxLength: 30 });
  const looks = fc.array(fc.nat(30), { minLength: 1, maxLength: 8 });
  const wide = fitFrame(100, 100, none, [-1, 2, -1, 2], true);
  if (!wide) throw new Error('no frame');
  fc.assert(
    fc.property(places, looks, fc.boolean(), (points, counts, turns) => {
      const see = createPathSight();
      const path = pathOf(...points);
      counts.forEach((count, k) => {
        // Now and then it is scrubbed back, or the window is another one.
        path.count = Math.min(count, points.length);
        const window = turns && k % 2 === 1 ? wide : frame;
        expect(see(path, window)).toEqual(visiblePath(path, window));
      });
      path.revision++;
      path.points.fill(0.25);
      expect(see(path, frame)).toEqual(visiblePath(path, frame));
    }),
  );
});
