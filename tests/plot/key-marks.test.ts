// The key: what it explains is what the pictures have.
import { expect, test, vi } from 'vitest';
import { keyMarks } from '../../app/plot/key-marks.ts';
import { parseExperiment } from '../../src/index.ts';

const shown = (query: string, scaleInvariant = false) => {
  const { experiment } = parseExperiment(query);
  const views = [{ scaleInvariant: false }, { scaleInvariant }];
  return keyMarks.filter((mark) => mark.isIn(experiment, views)).map(({ id }) => id);
};

test('how a path in 3D is to be read stands in the line, not behind the question mark alone', () => {
  const gap = keyMarks.find(({ id }) => id === 'gap');
  expect(gap?.onlyAsked).toBeUndefined();
  expect(gap?.meaning).toContain('What the surface hides is faint');
});

test('every mark is named once, and has a sentence', () => {
  expect(new Set(keyMarks.map(({ id }) => id)).size).toBe(keyMarks.length);
  for (const { text, meaning } of keyMarks) {
    expect(text).not.toBe('');
    expect(meaning).toMatch(/[a-z].*\.$/);
  }
});

test('the curvature’s sign has both of its forms: the ellipse, and the sides of one that is too long for a plot', () => {
  const ellipses: number[][] = [];
  class Path {
    readonly points: [number, number][] = [];
    moveTo = (x: number, y: number) => this.points.push([x, y]);
    lineTo = this.moveTo;
    arc(x: number, y: number, radius: number) {
      for (let angle = 0; angle < 2 * Math.PI; angle += Math.PI / 48)
        this.moveTo(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    }
    addPath({ points }: Path, { a, b, c, d, e, f }: Required<DOMMatrix2DInit>) {
      for (const [x, y] of points) this.moveTo(a * x + c * y + e, b * x + d * y + f);
    }
  }
  vi.stubGlobal('Path2D', Path);
  const context = {
    setLineDash() {},
    stroke({ points }: Path) {
      if (points.length > 2)
        ellipses.push([0, 1].map((k) => reach(points.map((at) => at[k] ?? 0))));
    },
  };
  const mark = keyMarks.find(({ id }) => id === 'curvature');
  mark?.draw(context as unknown as CanvasRenderingContext2D);
  vi.unstubAllGlobals();
  expect(mark?.meaning).toContain('its sides are two lines');
  expect(ellipses.some(([, height = 0]) => height < 16)).toBe(true);
  expect(ellipses.some(([width = 0, height = 0]) => height > 50 * width)).toBe(true);
});

const reach = (values: readonly number[]) => Math.max(...values) - Math.min(...values);

test('only marks of pictures that are there are explained', () => {
  expect(shown('', true)).toEqual(keyMarks.map(({ id }) => id));
  // Rays are drawn where batch norm takes the length of two weights away.
  expect(shown('')).toEqual(keyMarks.map(({ id }) => id).filter((id) => id !== 'rays'));
  expect(shown('marks=0')).not.toContain('curvature');
  expect(shown('marks=0')).not.toContain('gradient-step');
  // Several paths stand in it: no marks of one point.
  expect(shown('panels=common')).not.toContain('curvature');
  expect(shown('panels=common')).toContain('target');
  expect(shown('panels=common')).not.toContain('gap');
  expect(shown('panels=surface,loss')).toEqual(['start', 'now', 'gap', 'least']);
  expect(shown('panels=loss,network')).toEqual([]);
});
