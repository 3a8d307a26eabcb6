// A path as segments: kept up point by point, cut at the box, drawn up to its last finite point.
import { describe, expect, it } from 'vitest';
import { boxHeight, boxTop } from '../../app/scene/box.ts';
import { createPathSegments } from '../../app/scene/path-segments.ts';
import { laneOf, withPath } from './lanes.ts';

type Point = readonly [number, number, number];
const bowl = (u: number, v: number) => u * u + v * v;
const on = (u: number, v: number): Point => [u, v, bowl(u, v)];
const view = laneOf(bowl, [-2, 2, -2, 2], []);
const spiral = Array.from({ length: 60 }, (_, k) =>
  on(1.8 * 0.95 ** k * Math.cos(k / 3), 1.8 * 0.95 ** k * Math.sin(k / 3)),
);

const drawn = (points: readonly Point[]) => {
  const segments = createPathSegments();
  segments.update(withPath(view, points), true);
  return segments;
};

describe('path segments', () => {
  it('join the points at their true losses', () => {
    const { inside, outside, start, head } = drawn([on(-1, 0), on(1, 1), on(0, 0.5)]);
    expect(outside.count).toBe(0);
    expect(inside.count).toBe(2);
    const z = (loss: number) => (boxHeight * loss) / 8;
    const expected = [-0.5, 0, z(1), 0.5, 0.5, z(2), 0.5, 0.5, z(2), 0, 0.25, z(0.25)];
    for (const [k, value] of expected.entries()) expect(inside.data[k]).toBeCloseTo(value, 6);
    expect([...start]).toEqual([...inside.data.slice(0, 3)]);
    expect([...head]).toEqual([...inside.data.slice(9, 12)]);
  });

  it('are the same whether the path came at once or point by point', () => {
    const atOnce = drawn(spiral);
    const grown = createPathSegments();
    for (let count = 0; count <= spiral.length; count++)
      grown.update(withPath(view, spiral.slice(0, count)), false);
    expect(grown.inside.count).toBe(atOnce.inside.count);
    const length = 6 * atOnce.inside.count;
    expect(grown.inside.data.slice(0, length)).toEqual(atOnce.inside.data.slice(0, length));
  });

  it('follow a newest point that is replaced by a later one', () => {
    const segments = createPathSegments();
    segments.update(withPath(view, [on(-1, 0), on(1, 0)]), false);
    segments.update(withPath(view, [on(-1, 0), on(0, 1)]), false);
    expect(segments.inside.count).toBe(1);
    expect([...segments.head.slice(0, 2)]).toEqual([0, 0.5]);
  });

  it('report what has to be uploaded again, and nothing else', () => {
    const segments = createPathSegments();
    const zigzag = Array.from({ length: 6 }, (_, k) => on(k / 4, k % 2));
    segments.update(withPath(view, zigzag.slice(0, 5)), false);
    expect(segments.inside.takeChanged()).toBe(0);
    segments.update(withPath(view, zigzag), false);
    // The newest segment was provisional, and so was the one before it, which might have gone on.
    expect(segments.inside.takeChanged()).toBe(2);
    expect(segments.inside.count).toBe(5);
  });

  it('draw a creeping path with few segments, up to its newest point', () => {
    const creep = Array.from({ length: 4000 }, (_, k) => on(1 + k * 1e-6, 0));
    const { inside, head } = drawn(creep);
    expect(inside.count).toBeLessThan(5);
    expect(head[0]).toBeCloseTo((1 + 3999e-6) / 2, 6);
  });

  it('are few where the path is straight, and none of its points lies beside them', () => {
    const curve = Array.from({ length: 1000 }, (_, k) =>
      on(1.9 * Math.cos(k / 300), 1.9 * Math.sin(k / 300)),
    );
    const { inside } = drawn(curve);
    expect(inside.count).toBeLessThan(60);
    for (const [u, v] of curve) {
      const away = Array.from({ length: inside.count }, (_, k) => {
        const [x0 = 0, y0 = 0, , x1 = 0, y1 = 0] = inside.data.slice(6 * k, 6 * k + 5);
        const [dx, dy] = [x1 - x0, y1 - y0];
        const along = ((u / 2 - x0) * dx + (v / 2 - y0) * dy) / (dx * dx + dy * dy);
        const part = Math.min(1, Math.max(0, along));
        return Math.hypot(u / 2 - x0 - part * dx, v / 2 - y0 - part * dy);
      });
      // Half a pixel for the points, and the same for the end of the segment.
      expect(Math.min(...away)).toBeLessThan(0.004);
    }
  });

  it('keep every turn of a path that goes to and fro', () => {
    const zigzag = Array.from({ length: 200 }, (_, k) => on(k / 200, (k % 2) / 100));
    expect(drawn(zigzag).inside.count).toBe(199);
    const straightBack = Array.from({ length: 21 }, (_, k) => on(k % 2, 0));
    expect(drawn(straightBack).inside.count).toBe(20);
  });

  it('cut a segment that leaves the window at its edge, on the straight line', () => {
    const { inside, outside } = drawn([on(0, 0), [6, 2, 4]]);
    expect(inside.count).toBe(1);
    const [x, y, z] = inside.data.slice(3, 6);
    expect(x).toBeCloseTo(1, 6);
    expect(y).toBeCloseTo(1 / 3, 6);
    expect(z).toBeCloseTo(((boxHeight * 4) / 8) * (1 / 3), 6);
    expect(outside.count).toBe(1);
    expect([...outside.data.slice(3, 5)]).toEqual([1, 1]);
  });

  it('keep what lies outside on the faces of the box', () => {
    const { inside, outside } = drawn([
      [10, -50, 1e4],
      [-30, 4, 1e9],
      [0, 0, 0],
    ]);
    for (const { data, count } of [inside, outside]) {
      for (let k = 0; k < 6 * count; k++) {
        const value = data[k] ?? NaN;
        const [least, most] = k % 3 === 2 ? [0, boxTop] : [-1, 1];
        expect(value).toBeGreaterThanOrEqual(least - 1e-6);
        expect(value).toBeLessThanOrEqual(most + 1e-6);
      }
    }
    expect(inside.count).toBe(1);
  });

  it('end at the last finite point of a run that has diverged', () => {
    const {
      inside,
      outside,
      head,
      drawn: count,
    } = drawn([on(0, 0), on(1, 0), [1e200, 3, Infinity], [NaN, NaN, NaN]]);
    expect(count).toBe(2);
    expect(head[0]).toBe(0.5);
    for (const { data, count: segments } of [inside, outside])
      for (let k = 0; k < 6 * segments; k++) expect(Number.isFinite(data[k])).toBe(true);
  });

  it('start anew when told that the points have changed', () => {
    const segments = drawn(spiral);
    segments.update(withPath(view, [on(1, 1)]), true);
    expect(segments.inside.count).toBe(0);
    expect([...segments.start.slice(0, 2)]).toEqual([0.5, 0.5]);
    segments.update(withPath(view, []), true);
    expect(segments.drawn).toBe(0);
  });
});
