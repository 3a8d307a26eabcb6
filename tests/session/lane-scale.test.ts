// A lane's scale follows its losses without shimmering, and can be one for all lanes.
import { expect, test } from 'vitest';
import { createLanePictures } from '../../app/session/lane-pictures.ts';
import { commonRange, createLaneScale } from '../../app/session/lane-scale.ts';
import { createLanes, parseExperiment, sampleSurface } from '../../src/index.ts';

const range = (min: number, max: number, clip = Infinity) => ({ min, max, clip });

test('small changes at the top keep the levels there, larger ones make another scale', () => {
  const scale = createLaneScale(null);
  expect(scale.current).toBeNull();
  scale.follow('linear', range(0, 1), true);
  const first = scale.current;
  scale.follow('linear', range(0, 1.015), true);
  expect(scale.current).toBe(first);
  scale.follow('linear', range(0, 1.1), true);
  expect(scale.current).not.toBe(first);
  expect(scale.current?.max).toBe(1.1);
  const second = scale.current;
  scale.follow('linear', range(0, 1.1), true);
  expect(scale.current).toBe(second);
});

test('the least loss is never above that of the surface: no lane stands below what the legend begins with', () => {
  const scale = createLaneScale(null);
  scale.follow('linear', range(0.0034, 5.8), true);
  scale.follow('linear', range(0.00225, 5.81), true);
  expect([scale.current?.min, scale.current?.max]).toEqual([0.00225, 5.8]);
  // Levels at the top have not moved by what can be seen.
  const fresh = createLaneScale(null);
  fresh.follow('linear', range(0.00225, 5.8), false);
  expect(scale.current?.levels).toEqual(fresh.current?.levels);
});

test('a least loss that comes and goes is kept, and what little is gone at the top with it', () => {
  const scale = createLaneScale(null);
  scale.follow('linear', range(0.0164, 0.384), true);
  const first = scale.current;
  scale.follow('linear', range(0.0216, 0.376), true);
  scale.follow('linear', range(0.0167, 0.359), true);
  scale.follow('linear', range(0.0219, 0.384), true);
  expect(scale.current).toBe(first);
  // Two bands of colours and no more are left to what the surface no longer has.
  scale.follow('linear', range(0.026, 0.384), true);
  expect(scale.current?.min).toBe(0.026);
  // Of a surface that sinks as a whole both ends do.
  scale.follow('linear', range(0.016, 0.36), true);
  expect([scale.current?.min, scale.current?.max]).toEqual([0.016, 0.36]);
  scale.follow('linear', range(0.0164, 0.36), false);
  expect(scale.current?.min).toBe(0.0164);
});

test('of batch norm on raw inputs the plain keeps its colour while the tip at (0, 0) goes to and fro', () => {
  const { experiment } = parseExperiment('lanes=raw%2Bbn&net=4-4');
  const [lane] = createLanes(experiment);
  const pictures = createLanePictures(() => false);
  pictures.frame([lane], experiment);
  const [view] = pictures.views;
  const steps = 60;
  let [scales, repainted] = [0, 0];
  let before: number[] = [];
  let previous = view.scale;
  lane.step(140);
  for (let step = 0; step < steps; step++) {
    pictures.followPaths(experiment);
    const surface = sampleSurface(view.drawn.objective, view.planeNow().plane, 33, 33);
    view.follow('linear', { min: surface.min, max: surface.max, clip: Infinity }, true);
    const { scale } = view;
    if (!scale) throw new Error('no scale');
    expect(scale.min).toBeLessThanOrEqual(surface.min);
    expect(scale.max).toBeGreaterThan(surface.max - 0.03 * (surface.max - surface.min));
    const bands = Array.from(surface.heights, (loss) => Math.floor(14 * scale.color(loss)));
    const others = bands.filter((band, k) => step > 0 && band !== before[k]).length;
    if (others > bands.length / 2) repainted++;
    if (scale !== previous) scales++;
    [before, previous] = [bands, scale];
    lane.step(1);
  }
  // With the range of each surface alone these were 46 and 60.
  expect(repainted).toBeLessThan(20);
  expect(scales).toBeLessThan(45);
});

test('another rule makes another scale; a cut that moves, comes or goes, too', () => {
  const scale = createLaneScale(null);
  scale.follow('linear', range(0, 9, 3), true);
  expect(scale.current?.clip).toBeNull();
  scale.follow('clip', range(0, 9, 3), true);
  expect(scale.current?.clip).toBe(3);
  const cut = scale.current;
  // The walls above are cut off: what they do changes nothing.
  scale.follow('clip', range(0, 900, 3.01), true);
  expect(scale.current).toBe(cut);
  scale.follow('clip', range(0, 900, 4), true);
  expect(scale.current?.clip).toBe(4);
  scale.follow('clip', range(0, 4, 5), true);
  expect(scale.current?.clip).toBeNull();
  scale.follow('log', range(0.1, 4, 2), true);
  expect([scale.current?.mode, scale.current?.clip]).toEqual(['log', null]);
});

test('at rest the scale is that of the surface, to the last digit', () => {
  const scale = createLaneScale(null);
  scale.follow('log', range(0.01, 1), true);
  scale.follow('log', range(0.0001, 0.99), true);
  // Of the whole range the least has changed by little, of a logarithm by half.
  expect([scale.current?.min, scale.current?.max]).toEqual([0.0001, 1]);
  scale.follow('log', range(0.0001, 0.99), false);
  expect([scale.current?.min, scale.current?.max]).toEqual([0.0001, 0.99]);
  const exact = scale.current;
  scale.follow('log', range(0.0001, 0.99), false);
  expect(scale.current).toBe(exact);
});

test('one range for all holds every lane’s', () => {
  expect(commonRange([])).toBeNull();
  const common = commonRange([range(0.2, 5, 2), range(0.1, 3, 4)]);
  expect([common?.min, common?.max, common?.clip]).toEqual([0.1, 5, 4]);
});
