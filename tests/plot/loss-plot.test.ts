import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { decimate } from '../../app/plot/decimate.ts';
import { spreadLabels } from '../../app/plot/label-layout.ts';
import { decadeRange, decadeTicks, stepEnd } from '../../app/plot/loss-axes.ts';
import { lossCurve } from '../../app/plot/loss-curve.ts';
import { overlap } from '../../app/plot/free-place.ts';
import { fitFrame } from '../../app/plot/plot-frame.ts';
import { boxOf, createLossLabels } from '../../app/plot/loss-labels.ts';

const seriesOf = (...losses: number[]) => ({
  count: losses.length,
  iterations: losses.map((_, k) => k),
  losses,
});

describe('the step axis', () => {
  test('ends at 10, 20, 50, 100, 200, ..., and always holds the step', () => {
    expect([0, 1, 10, 11, 42, 51, 101, 3000].map(stepEnd)).toEqual([
      10, 10, 10, 20, 50, 100, 200, 5000,
    ]);
  });
});

describe('the loss axis', () => {
  test.each<[string, number[], number[], [number, number]]>([
    ['all losses and the target', [3, 0.4, 0.02], [0.01], [-2, 1]],
    ['one entry', [0.34], [], [-1, 0]],
    ['equal losses', [0.5, 0.5, 0.5], [], [-1, 0]],
    ['a loss on a decade exactly', [0.1, 0.001], [], [-3, -1]],
    ['a power of ten alone', [0.001], [], [-4, -3]],
    ['a target far below', [2], [1e-5], [-5, 1]],
    ['nothing', [], [], [-1, 0]],
    ['zero alone', [0, 0], [], [-1, 0]],
    ['a zero loss, which does not stretch it', [1, 0.1, 0], [], [-1, 0]],
    ['a spike, up to a thousand times its start', [1, 1e8, 1e200, 0.5], [0.01], [-2, 3]],
    ['a diverged run that is alone', [1, 1e8, 1e200, Infinity], [0.01], [-2, 200]],
    ['a start that is not finite', [NaN], [0.01], [-3, -2]],
    ['twelve decades at most', [1, 1e-30], [], [-12, 0]],
  ])('holds %s', (_, losses, targets, range) => {
    expect(decadeRange([seriesOf(...losses)], targets)).toEqual(range);
  });

  test('gives those that leave the others behind no more than it needs to see them rise', () => {
    const [gone, stays] = [seriesOf(1, 100, 1e200), seriesOf(1, 0.1, 0.02)];
    expect(decadeRange([gone, stays], [0.01])).toEqual([-2, 1]);
    expect(decadeRange([seriesOf(1, 100, 900), stays], [0.01])).toEqual([-2, 3]);
    expect(decadeRange([gone, seriesOf(2, 1e5)], [0.01])).toEqual([-2, 200]);
  });

  test('ticks of a hundred decades are tens apart', () => {
    const texts = decadeTicks(-2, 205, 7).map(({ text }) => text);
    expect(texts).toEqual(['1', '10⁵⁰', '10¹⁰⁰', '10¹⁵⁰', '10²⁰⁰']);
  });

  test('ticks are decades, thinned where there is no room', () => {
    expect(decadeTicks(-3, 1, 9).map(({ text }) => text)).toEqual([
      '0.001',
      '0.01',
      '0.1',
      '1',
      '10',
    ]);
    expect(decadeTicks(-12, 0, 5).map(({ text }) => text)).toEqual([
      '10⁻¹²',
      '10⁻⁹',
      '10⁻⁶',
      '0.001',
      '1',
    ]);
  });
});

describe('decimation', () => {
  test('keeps the least and the greatest of every pixel column, the first and the last', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 1, maxLength: 400 }),
        fc.double({ min: 0.5, max: 60, noNaN: true }),
        (losses, perPixel) => {
          const series = seriesOf(...losses);
          const kept = decimate(series, perPixel);
          const columnOf = (k: number) => Math.floor(k / perPixel);
          const extremes = (indices: number[]) => {
            const columns = new Map<number, [number, number]>();
            for (const k of indices) {
              const [least, most] = columns.get(columnOf(k)) ?? [Infinity, -Infinity];
              columns.set(columnOf(k), [Math.min(least, losses[k]), Math.max(most, losses[k])]);
            }
            return columns;
          };
          expect(extremes(kept)).toEqual(extremes(losses.map((_, k) => k)));
          expect(kept[0]).toBe(0);
          expect(kept.at(-1)).toBe(losses.length - 1);
          for (let i = 1; i < kept.length; i++) expect(kept[i]).toBeGreaterThan(kept[i - 1]);
          expect(kept.length).toBeLessThanOrEqual(4 * (columnOf(losses.length - 1) + 1));
        },
      ),
    );
  });

  test('stops where the run has diverged', () => {
    expect(decimate(seriesOf(1, 2, 3, NaN, 4), 1)).toEqual([0, 1, 2]);
    expect(decimate(seriesOf(Infinity), 1)).toEqual([]);
    expect(decimate(seriesOf(), 1)).toEqual([]);
  });
});

describe('labels', () => {
  test('are moved apart as little as it takes, in order, inside the area', () => {
    expect(spreadLabels([10, 50], 14, 0, 100)).toEqual([10, 50]);
    expect(spreadLabels([40, 40], 14, 0, 100)).toEqual([33, 47]);
    expect(spreadLabels([99, 98], 14, 0, 100)).toEqual([100, 86]);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 200 }), { minLength: 1, maxLength: 4 }),
        (wanted) => {
          const placed = spreadLabels(wanted, 14, 0, 150);
          const sorted = placed.toSorted((a, b) => a - b);
          for (let k = 1; k < sorted.length; k++) {
            expect(sorted[k] - sorted[k - 1]).toBeGreaterThanOrEqual(14 - 1e-9);
          }
          for (const y of placed) {
            expect(y).toBeGreaterThanOrEqual(-1e-9);
            expect(y).toBeLessThanOrEqual(150 + 1e-9);
          }
          wanted.forEach((a, i) => {
            wanted.forEach((b, j) => {
              if (a < b) expect(placed[i]).toBeLessThan(placed[j]);
            });
          });
        },
      ),
    );
  });

  const area = { left: 46, top: 20, width: 242, height: 146 };
  const flat = (y: number, end: number) =>
    Array.from({ length: 50 }, (_, k): [number, number] => [46 + ((end - 46) * k) / 49, y]);

  test('stand beside the end of a curve where there is room', () => {
    expect(createLossLabels().place(area, [flat(90, 120)], [80], []).curves).toEqual([
      { left: 128, middle: 90 },
    ]);
  });

  test('of curves that end close together stand on both sides of them', () => {
    const [first, second] = createLossLabels().place(
      area,
      [flat(80, 280), flat(82, 280)],
      [70, 110],
      [],
    ).curves;
    expect(first.middle).toBeLessThan(75);
    expect(second.middle).toBeGreaterThan(87);
  });

  test('leave a place to another where that one has no other', () => {
    const falling = [46, 280].map((x, k): [number, number] => [x, 60 + 40 * k]);
    const [flatLabel, fallingLabel] = createLossLabels().place(
      area,
      [flat(122, 280), falling],
      [70, 80],
      [],
    ).curves;
    // Above its end the falling curve comes down: its name belongs below, so the flat one's goes below as well.
    expect(fallingLabel.middle).toBe(110);
    expect(flatLabel.middle).toBe(132);
  });

  test('stay where they were while that is good enough, and go when it no longer is', () => {
    const labels = createLossLabels();
    const place = (end: number, ...others: [number, number][][]) =>
      labels.place(area, [flat(90, end), ...others], [80, ...others.map(() => 20)], []).curves[0];
    const { middle: beside } = place(120);
    expect(beside).toBe(90);
    // Beside the end there is no more room: above, and there it stays when there would be room again.
    const { middle: above } = place(270);
    expect(above).toBe(81);
    expect(place(150).middle).toBe(above);
    expect(createLossLabels().place(area, [flat(90, 150)], [80], []).curves[0].middle).toBe(beside);
    // Another curve, and all is chosen anew.
    expect(place(150, flat(160, 150)).middle).toBe(beside);
  });

  test('of a line stand at its left end, or at the other where a curve is in the way', () => {
    const level = { y: 146, width: 70 };
    const of = (...curves: [number, number][][]) =>
      createLossLabels().place(area, curves, [], [level]).levels[0] ?? { left: 0, middle: 0 };
    expect(of()).toEqual({ left: 51, middle: 137 });
    const place = of(flat(137, 150));
    expect(place.left > 150 || place.middle > 146).toBe(true);
  });

  test('of a line stand clear of the names of curves that end on both sides of it', () => {
    const curves = [flat(112, 284), flat(134, 284)];
    const widths = [110, 80];
    const level = { y: 124, width: 66 };
    const { curves: names, levels } = createLossLabels().place(area, curves, widths, [level]);
    const [name] = levels;
    if (!name) throw new Error('no room');
    const own = boxOf(name, 66);
    names.forEach((place, k) => {
      const { left, top, height } = boxOf(place, widths[k]);
      const isBeside = own.left + own.width + 24 <= left;
      const isApart = own.top + own.height + 8 <= top || top + height + 8 <= own.top;
      expect(isBeside || isApart).toBe(true);
    });
  });

  test('of a line are left out where they would cover another, and of two lines stand apart', () => {
    // In a plot no higher than a name there is room for one at each end.
    const low = { ...area, height: 24 };
    const places = (count: number) =>
      createLossLabels().place(
        low,
        [],
        [],
        Array.from({ length: count }, () => ({ y: 36, width: 110 })),
      ).levels;
    expect(places(1).filter((place) => place)).toHaveLength(1);
    expect(places(3).filter((place) => place).length).toBeLessThan(3);
    const boxes = places(3).flatMap((place) => (place ? [boxOf(place, 110)] : []));
    boxes.forEach((a, k) => boxes.slice(k + 1).forEach((b) => expect(overlap(a, b)).toBe(false)));
  });

  test('stand clear of the cross of a curve that has diverged above the plot', () => {
    const up: [number, number][] = [
      [46, 100],
      [60, 20],
    ];
    const topOf = (...marks: [number, number][][]) => {
      const [place] = createLossLabels().place(area, [up], [190], [], marks).curves;
      return boxOf(place, 190).top;
    };
    expect(topOf()).toBeLessThan(24);
    expect(
      topOf([
        [156, 24],
        [164, 24],
      ]),
    ).toBeGreaterThan(24);
  });

  test('of curves that leave together stay inside, one below the other', () => {
    const up = (x: number): [number, number][] => [
      [46, 100],
      [x, 20],
    ];
    const places = createLossLabels().place(area, [up(48), up(50)], [150, 150], []).curves;
    for (const { left, middle } of places) {
      expect(left).toBeGreaterThanOrEqual(46);
      expect(left + 150).toBeLessThanOrEqual(288);
      expect(middle).toBeGreaterThanOrEqual(26);
    }
    expect(Math.abs(places[0].middle - places[1].middle)).toBeGreaterThanOrEqual(12);
    // Beside the curves, not on them.
    for (const { left } of places) expect(left).toBeGreaterThan(50);
  });
});

describe('a curve', () => {
  const margins = { left: 46, right: 12, top: 20, bottom: 24 };
  const frame = fitFrame(300, 190, margins, [0, 10, -2, 3], false);
  if (!frame) throw new Error('no frame');

  test('inside the plot is one line from its first loss to its latest', () => {
    const curve = lossCurve(frame, seriesOf(10, 1, 0.1));
    expect(curve?.pieces).toHaveLength(1);
    expect(curve?.exit).toBeNull();
    expect(curve?.end[0]).toBeCloseTo(frame.x(2), 9);
    expect(curve?.end[1]).toBeCloseTo(frame.y(-1), 9);
    expect(curve?.latest).toBe(0.1);
  });

  test('that outgrows the plot leaves it through the top, and runs along no edge', () => {
    const curve = lossCurve(frame, seriesOf(1, 100, 1e4, 1e200, 7e305, Infinity));
    // From 10² at step 1 to 10⁴ at step 2: 10³ is crossed halfway.
    expect(curve?.exit?.[0]).toBeCloseTo(frame.x(1.5), 9);
    expect(curve?.exit?.[1]).toBeCloseTo(frame.top, 9);
    expect(curve?.end).toEqual([frame.x(4), frame.top]);
    expect(curve?.latest).toBe(7e305);
    expect(curve?.points.filter(([, y]) => y < frame.top + 1e-9)).toHaveLength(1);
  });

  test('that comes back is drawn in two pieces', () => {
    const curve = lossCurve(frame, seriesOf(1, 1e5, 1));
    expect(curve?.pieces).toHaveLength(2);
    expect(curve?.exit).toBeNull();
    expect(curve?.end[1]).toBeCloseTo(frame.y(0), 9);
  });

  test('of one loss is a point, of none nothing; a loss of zero stands on the floor', () => {
    expect(lossCurve(frame, seriesOf(1))?.points).toHaveLength(1);
    expect(lossCurve(frame, seriesOf(NaN))).toBeNull();
    expect(lossCurve(frame, seriesOf())).toBeNull();
    expect(lossCurve(frame, seriesOf(1, 0))?.end[1]).toBeCloseTo(frame.y(-2), 9);
  });
});
