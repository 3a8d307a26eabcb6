// Marks are where the path segments have them, whatever the path does.
import { expect, test } from 'vitest';
import { markPlaces } from '../../app/scene/mark-places.ts';
import { createPathSegments } from '../../app/scene/path-segments.ts';
import { laneOf } from './lanes.ts';

const window = [-2, 2, -2, 2] as const;
const of = (...points: [number, number, number][]) =>
  laneOf((u, v) => 1 + u * u + v * v, window, points);

test.each([
  ['inside', of([1, 1, 3], [0.5, 0.2, 1.3])],
  ['beyond the window and above the box', of([1, 1, 3], [-9, 0.2, 90])],
  ['with steps too large for a picture at its end', of([1, 1, 3], [-9, 7, 90], [3, 2, Infinity])],
] as const)('%s', (_, view) => {
  const segments = createPathSegments();
  segments.update(view, true);
  const [start, now] = markPlaces(view);
  start?.at.forEach((value, axis) => expect(value).toBeCloseTo(segments.start[axis] ?? NaN, 6));
  now?.at.forEach((value, axis) => expect(value).toBeCloseTo(segments.head[axis] ?? NaN, 6));
});

test('before the first step there is one, and none before there is a path', () => {
  expect(markPlaces(of([1, 1, 3]))).toHaveLength(1);
  expect(markPlaces(of())).toHaveLength(0);
});
