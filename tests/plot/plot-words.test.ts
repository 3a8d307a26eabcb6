import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { bandStyles } from '../../app/color-map.ts';
import { createChangeDetector } from '../../app/plot/change-detector.ts';
import { describeContour, describeLosses, saddleSentence } from '../../app/plot/describe.ts';
import { contourFacts, latestPoint } from '../../app/plot/lane-facts.ts';
import {
  bandBackground,
  hasRange,
  legendMarks,
  legendScale,
  targetPlace,
} from '../../app/plot/legend-marks.ts';
import { lastAtMost, spreadIndices } from '../../app/plot/table-rows.ts';
import { throttle } from '../../app/plot/throttle.ts';
import type { FigureSession, LaneView } from '../../app/session/types.ts';
import { createLossScale } from '../../src/index.ts';
import { surfaceOf } from './surface-of.ts';

describe('sentences', () => {
  const facts = {
    label: 'Raw inputs',
    titles: ['weight of x1', 'weight of x2'] as const,
    iteration: 42,
    loss: 0.12345,
    position: [1, 2] as const,
    minimum: [1, 100] as const,
    window: [-2, 2, -2, 2] as const,
    weights: 3,
    conditionNumber: 164_000,
    isSaddle: false,
    grid: [129, 129] as const,
    status: 'running',
  };

  test('say loss, place, minimum, condition number and grid', () => {
    expect(describeContour(facts).replaceAll('\u00a0', ' ')).toBe(
      'Raw inputs: loss 0.123 after 42 steps. A slice along 2 of 3 parameters: the other one is not varied in it. ' +
        'Now at weight of x1 1, weight of x2 2. The least loss of this slice is at weight of x1 1, weight of x2 100, ' +
        'outside the window, where an arrow points, 98 off in units of the weights. ' +
        'Condition number 164,000. The surface is computed at 129 × 129 points.',
    );
  });

  test('say a saddle where the readout does, and no condition number', () => {
    const eigenvalues = Float64Array.of(-1, 1, 2);
    const curvature = { eigenvalues, conditionNumber: 2, negative: 1 };
    const path = { count: 0, points: new Float64Array() };
    const lane = { loss: 1, status: 'running' };
    const view = { label: 'A', lane, path, surface: null, curvature, minimum: null };
    const told = (change: object) => {
      const seen = { ...view, curvature: { ...curvature, ...change } } as unknown as LaneView;
      return describeContour(contourFacts({ iteration: 1 } as FigureSession, seen));
    };
    expect(told({})).toContain(saddleSentence);
    expect(told({})).not.toContain('ondition number');
    expect(told({ negative: 0 })).toContain('Condition number 2.');
    expect(told({ negative: 0 })).not.toContain('saddle');
    expect(told({ negative: 0, conditionNumber: NaN })).not.toContain('ondition number');
  });

  test('leave out what is not known', () => {
    const unknown = {
      ...facts,
      weights: null,
      position: null,
      minimum: null,
      conditionNumber: null,
      grid: null,
      loss: NaN,
    };
    expect(describeContour({ ...unknown, status: 'diverged', iteration: 1 })).toBe(
      'Raw inputs: loss — after 1 step, diverged.',
    );
  });

  test('call no plane a slice that is the whole space, and measure nothing from a path that is out of sight', () => {
    const text = describeContour({ ...facts, weights: 2, minimum: [0, 0], position: [1e38, 0] });
    expect(text).not.toMatch(/slice|units/);
    expect(text).toContain('The least loss of this plane is at weight of x1 0');
    expect(describeContour({ ...facts, weights: 17 })).toContain('the other 15 are not varied');
  });

  test('say of every lane where its loss went', () => {
    const lane = {
      label: 'A',
      first: 1,
      last: 0.02,
      status: 'running',
      target: 0.01,
      reached: null,
    };
    const met = { ...lane, label: 'B', last: 0.003, reached: 7 };
    expect(describeLosses(9, [lane, met, { ...lane, label: 'C', status: 'diverged' }])).toBe(
      'Loss on a logarithmic axis over 9 steps. A: from 1 to 0.02, target 0.01 not reached. ' +
        'B: from 1 to 0.003, target 0.01 reached at step 7. C: from 1 to 0.02, diverged.',
    );
  });
});

describe('the legend', () => {
  test.each(['linear', 'log'] as const)(
    'writes levels of the scale where their colours meet (%s)',
    (mode) => {
      const scale = createLossScale(mode, 0.002, 7);
      for (const { place, loss } of legendMarks(scale)) {
        const border = Math.round(place * scale.bands);
        const borders = [scale.min, ...scale.levels, scale.max];
        expect(place * scale.bands).toBeCloseTo(border, 12);
        expect(loss).toBe(borders[border]);
        expect(scale.color(loss)).toBeCloseTo(place, 9);
      }
    },
  );

  test('of a surface without a finite loss has no number, and of one that is 0 everywhere has', () => {
    const scale = createLossScale('linear', 0, 0);
    const marksOf = (loss: number) => {
      const surface = surfaceOf(() => loss, [-1, 1, -1, 1], 5, 5);
      const seen = legendScale({ scale, surface });
      return seen && hasRange(seen) ? legendMarks(seen).map(({ text }) => text) : [];
    };
    expect(marksOf(Infinity)).toEqual([]);
    expect(marksOf(NaN)).toEqual([]);
    expect(marksOf(0)).toEqual(['0']);
    expect(legendScale({ scale: null, surface: null })).toBeNull();
  });

  test('has one place for each number, whatever the losses', () => {
    const places = (max: number) =>
      legendMarks(createLossScale('linear', 0, max)).map(({ place }) => place);
    expect(places(1)).toEqual(places(1e6));
    expect(places(1)).toHaveLength(5);
  });

  const texts = (min: number, max: number, mode: 'linear' | 'log' = 'linear') =>
    legendMarks(createLossScale(mode, min, max)).map(({ text }) => text);

  test('writes as many digits as tell the losses apart', () => {
    expect(texts(0.2132, 0.2213)).toEqual(['0.213', '0.214', '0.215', '0.217', '0.221']);
    expect(texts(3.88e5, 3.94e5).every((text) => /^3\.[89]\d+×10⁵$/.test(text))).toBe(true);
  });

  test.each([
    [0.2132, 0.2213],
    [3.88e5, 3.94e5],
    [390_000, 390_003],
    [0.5, 0.5 + 1e-5],
    [1e-9, 1e300],
    [0, 7.1e305],
  ])('of %d to %d says no two things alike, in texts that fit', (min, max) => {
    for (const mode of ['linear', 'log'] as const) {
      const written = texts(min, max, mode);
      expect(written.length).toBeGreaterThan(0);
      expect(new Set(written).size).toBe(written.length);
      for (const text of written) expect(text.length).toBeLessThanOrEqual(9);
    }
  });

  test('says one thing of a level plane, and nothing where nothing is finite', () => {
    expect(texts(0.34, 0.34)).toEqual(['0.34']);
    expect(texts(0, 0)).toEqual(['0']);
    expect(texts(Infinity, -Infinity)).toEqual([]);
    expect(createLossScale('linear', 0.34, 0.35).isFlat).toBe(false);
  });

  test('marks the target in the colour of its loss, if it is there', () => {
    const scale = createLossScale('linear', 0, 4);
    expect(targetPlace(scale, 1)).toBeCloseTo(0.5, 12);
    expect(targetPlace(scale, 4.1)).toBeNull();
    expect(targetPlace(createLossScale('log', 0.1, 10), 0.01)).toBeNull();
    expect(targetPlace(createLossScale('linear', 1, 1), 1)).toBeNull();
  });

  test('shows every band in its own colour, each as long as the others', () => {
    const styles = bandStyles(14);
    const background = bandBackground(styles, 'to right');
    styles.forEach((style, k) => {
      const [from, to] = [((100 * k) / 14).toFixed(3), ((100 * (k + 1)) / 14).toFixed(3)];
      expect(background).toContain(`${style} ${from}% ${to}%`);
    });
  });
});

describe('tables', () => {
  test('have at most 50 rows, the first and the latest among them', () => {
    expect(spreadIndices(3)).toEqual([0, 1, 2]);
    expect(spreadIndices(0)).toEqual([]);
    const rows = spreadIndices(4096);
    expect(rows).toHaveLength(50);
    expect([rows[0], rows.at(-1)]).toEqual([0, 4095]);
    expect(new Set(rows).size).toBe(50);
  });

  test('find the entry of a step', () => {
    expect([-1, 0, 3, 4, 99].map((step) => lastAtMost([0, 2, 4, 6], 4, step))).toEqual([
      -1, 0, 1, 2, 3,
    ]);
  });

  test('know the latest finite point of a path', () => {
    const points = Float64Array.from([1, 2, 0, 3, 4, 0, NaN, 1, 0]);
    expect(latestPoint({ count: 3, revision: 0, points })).toEqual([3, 4]);
    expect(latestPoint({ count: 0, revision: 0, points })).toBeNull();
  });
});

describe('repainting', () => {
  test('happens when a value changes, and only then', () => {
    const changed = createChangeDetector();
    expect(changed([1, 'a', null])).toBe(true);
    expect(changed([1, 'a', null])).toBe(false);
    expect(changed([1, 'b', null])).toBe(true);
    expect(changed([1, 'b'])).toBe(true);
    expect(changed([NaN])).toBe(true);
    expect(changed([NaN])).toBe(false);
  });

  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('of texts is slowed down, without losing the last one', () => {
    const work = vi.fn();
    const ask = throttle(work, 2000);
    for (let k = 0; k < 100; k++) ask();
    expect(work).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(2000);
    expect(work).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(10_000);
    expect(work).toHaveBeenCalledTimes(2);
    ask();
    ask();
    ask.cancel();
    vi.advanceTimersByTime(10_000);
    expect(work).toHaveBeenCalledTimes(3);
  });
});
