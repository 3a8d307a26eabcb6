// What surfaces are drawn of: raw units, running statistics, and what a picture leaves out of the path.
import { describe, expect, it } from 'vitest';
import { sampleHeight } from '../../app/session/sample-height.ts';
import { project, residual, sampleSurface, unproject } from '../../src/index.ts';
import { stageSessions } from './open-session.ts';

const stage = stageSessions();
const { open, settle, frame } = stage;

describe('a surface through the current weights', () => {
  const slices = [
    '',
    'slice=random:3',
    'slice=pca',
    'slice=pca-all',
    'slice=hessian',
    'slice=three',
  ];

  it.each(slices)('has the loss of the run at the end of its path, to 1e-12: %s', async (slice) => {
    open(`net=3&lanes=raw,standard+bn&${slice}`).step(15);
    await settle();
    for (const { surface, lane, path, drawn, gap } of stage.session.views) {
      if (!surface) throw new Error('missing surface');
      const last = 3 * (path.count - 1);
      const [a, b] = project(surface.plane, lane.theta);
      // Of a coordinate that is 0, the path's plane and the surface's, with origins of their own, leave different rounding errors.
      expect(Math.abs(path.points[last] - a)).toBeLessThan(1e-15);
      expect(Math.abs(path.points[last + 1] - b)).toBeLessThan(1e-15);
      const point = unproject(surface.plane, a, b, new Float64Array(lane.objective.size));
      expect(Math.abs(drawn.objective.evaluate(point) / lane.loss - 1)).toBeLessThan(1e-12);
      expect(Math.abs((gap ?? NaN) / lane.loss)).toBeLessThan(1e-12);
    }
  });

  it.each([
    'lanes=raw,standard,pca',
    'net=3&lanes=raw+bn,standard+bn',
    'net=3-2&lanes=standard+bn,raw+ln',
  ])('has it in raw units too, to 1e-10, in one window: %s', async (query) => {
    open(`${query}&axes=raw`).step(15);
    await settle();
    const [{ window }] = stage.session.views;
    for (const view of stage.session.views) {
      const { surface, lane, drawn, gap, path } = view;
      if (!surface) throw new Error('missing surface');
      expect(view.window).toEqual(window);
      const place = drawn.place(lane.theta);
      expect(residual(surface.plane, place)).toBeLessThan(1e-9);
      const [a, b] = project(surface.plane, place);
      expect(path.points[3 * (path.count - 1)]).toBe(a);
      const point = unproject(surface.plane, a, b, new Float64Array(drawn.objective.size));
      expect(Math.abs(drawn.objective.evaluate(point) / lane.loss - 1)).toBeLessThan(1e-10);
      expect(Math.abs((gap ?? NaN) / lane.loss)).toBeLessThan(1e-10);
      expect(surface.plane.labels[0]).toContain('raw x1');
    }
  });
});

describe('running statistics', () => {
  it.each(['live', 'start', 'end'])(
    'make the surface that of the finished network, %s',
    async (around) => {
      open(`net=3&bnmomentum=0.01&lanes=raw+bn,standard&stats=running&around=${around}`).step(12);
      await settle();
      const [{ surface, lane, gap, drawn }, plain] = stage.session.views;
      if (!surface) throw new Error('missing surface');
      const theta = around === 'start' ? lane.start : lane.theta;
      if (around === 'start') lane.reset();
      const expected = lane.objective.evaluationLoss(theta);
      const [a, b] = project(surface.plane, theta);
      const tiny = { ...surface.plane, extent: [a, a + 1, b, b + 1] as const };
      const { heights } = sampleSurface(drawn.objective, tiny, 2, 2, undefined, 'reference');
      expect(heights[0]).toBe(Math.fround(expected));
      expect(sampleHeight(surface, a, b)).toBeCloseTo(expected, 1);
      if (around !== 'start') expect(gap).toBeCloseTo(lane.loss - expected, 12);
      if (around === 'live') expect(Math.abs(gap ?? 0)).toBeGreaterThan(0.01);
      if (around !== 'start') expect(plain.gap).toBe(0);
    },
  );

  it('change nothing of the run, and nothing but the picture', () => {
    open('net=3&lanes=standard+bn').step(7);
    const { loss } = stage.session.views[0].lane;
    stage.session.update({ statistics: 'running' });
    expect(stage.session.views[0].lane.iteration).toBe(7);
    expect(stage.session.views[0].lane.loss).toBe(loss);
  });
});

describe('what a picture leaves out', () => {
  it('is measured for every recorded step: off the plane, and above the surface', async () => {
    open('net=3&lanes=standard&around=start').step(40);
    await settle();
    const [{ gaps, gap, path, lane, surface, drawn }] = stage.session.views;
    if (!surface) throw new Error('missing surface');
    expect(gaps.count).toBe(41);
    expect(gaps.distances[0]).toBe(0);
    const { thetas, size } = lane.trajectory;
    for (const k of [1, 20, 40]) {
      const theta = thetas.slice(k * size, (k + 1) * size);
      expect(gaps.distances[k]).toBe(Math.fround(residual(surface.plane, theta)));
      expect(gaps.distances[k]).toBeGreaterThan(0);
      const [u, v] = [path.points[3 * k], path.points[3 * k + 1]];
      const below = unproject(surface.plane, u, v, new Float64Array(size));
      // A grid has corners: between them it is not the loss itself.
      expect(gaps.heights[k]).toBeCloseTo(drawn.objective.evaluate(below), 1);
    }
    const [u, v] = project(surface.plane, lane.theta);
    const below = unproject(surface.plane, u, v, new Float64Array(size));
    expect(gap).toBeCloseTo(lane.loss - lane.objective.evaluate(below), 12);
    expect(Math.abs(gap ?? 0)).toBeGreaterThan(1e-3);
  });

  it('is measured once for each step, and anew after the next', async () => {
    open('net=3&lanes=standard&around=start').step(5);
    await settle();
    const [view] = stage.session.views;
    const { gaps } = view;
    expect(view.gaps).toBe(gaps);
    stage.session.step(1);
    frame();
    expect(view.gaps.count).toBe(7);
  });
});

describe('a new start in raw units', () => {
  it.each(['lanes=raw,standard', 'net=3&lanes=raw,standard+bn'])(
    'lies where the reader pointed: %s',
    (query) => {
      open(`${query}&axes=raw`).step(3);
      frame();
      stage.session.startFrom(0.7, -0.4, 1);
      frame();
      const { lane, drawn, frame: directions } = stage.session.views[1];
      expect(stage.session.iteration).toBe(0);
      const { anchor: origin, u, v } = directions;
      const [a, b] = project({ origin, u, v }, drawn.place(lane.theta));
      expect(a).toBeCloseTo(0.7, 3);
      expect(b).toBeCloseTo(-0.4, 3);
    },
  );
});
