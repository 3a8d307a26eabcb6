// The texts of the axes: inside the slot, none upon another, at the near edges.
import { describe, expect, it } from 'vitest';
import { axisEdges, axisLines, laneTicks } from '../../app/scene/axes.ts';
import { coveredBy, layoutLabels, shortestAxis } from '../../app/scene/labels.ts';
import { nameForms } from '../../app/scene/name-forms.ts';
import { createProjector, eyeOf } from '../../app/scene/projection.ts';
import { textAxes } from '../../app/scene/text-axes.ts';
import { laneOf } from './lanes.ts';

const view = laneOf((u, v) => u * u + 0.3 * v * v, [-0.04, 0.05, -1200, 3000], []);
const ticks = laneTicks(view);
if (!ticks) throw new Error('missing ticks');
const names = ['weight of x1', 'W1[0][1], mean smoothness → unit 1'] as const;
const poses = [-180, -90, -50, -1, 0, 45, 90, 133].flatMap((azimuth) =>
  [5, 32, 60, 89].map((elevation) => ({ azimuth, elevation, distance: 3.2 })),
);

describe('the axes', () => {
  it('lie on the floor’s edges nearest to the camera', () => {
    for (const pose of poses) {
      const [eyeX, eyeY] = eyeOf(pose);
      const { uSide, vSide } = axisEdges(pose);
      expect(uSide * eyeY).toBeGreaterThanOrEqual(-1e-9);
      expect(vSide * eyeX).toBeGreaterThanOrEqual(-1e-9);
    }
  });

  it('have an outline, and a mark for every tick', () => {
    let lines = 0;
    axisLines(axisEdges({ azimuth: -50, elevation: 32, distance: 3.2 }), ticks, () => lines++);
    const marks = ticks.u.places.length + ticks.v.places.length + ticks.loss.places.length;
    expect(lines).toBe(5 + marks);
  });

  it('have no upright axis where it would point at the reader', () => {
    let lines = 0;
    axisLines(axisEdges({ azimuth: -50, elevation: 89, distance: 3.2 }), ticks, () => lines++);
    expect(lines).toBe(4 + ticks.u.places.length + ticks.v.places.length);
  });
});

describe('labels', () => {
  it('make way for a mark that stands on a title', () => {
    const pose = { azimuth: -50, elevation: 32, distance: 3.2 };
    const lay = (marks: [number, number][]) => layoutLabels(pose, ticks, names, 450, 220, marks);
    const titleOf = (labels: ReturnType<typeof lay>) => labels.find(({ text }) => text === 'loss');
    const before = titleOf(lay([]));
    if (!before) throw new Error('missing title');
    const mark: [number, number] = [before.x, before.y + 7];
    expect(coveredBy([before], [mark])).toBe('0');
    const after = titleOf(lay([mark]));
    if (!after) throw new Error('the title is gone');
    expect(coveredBy([after], [mark])).toBe('');
    // A mark elsewhere moves nothing.
    expect(lay([[225, 110]])).toEqual(lay([]));
  });

  it.each([
    [620, 300],
    [300, 250],
    [230, 180],
    [120, 120],
  ])('neither touch nor leave a slot of %i x %i, whatever the view', (width, height) => {
    for (const pose of poses) {
      const labels = layoutLabels(pose, ticks, names, width, height);
      for (const [k, a] of labels.entries()) {
        expect(a.x - a.width / 2).toBeGreaterThanOrEqual(0);
        expect(a.x + a.width / 2).toBeLessThanOrEqual(width);
        expect(a.y).toBeGreaterThanOrEqual(7);
        expect(a.y).toBeLessThanOrEqual(height - 7);
        for (const b of labels.slice(0, k)) {
          const apart = Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= 12;
          expect(apart, `${a.text} on ${b.text}`).toBe(true);
        }
      }
    }
  });

  it('name all three axes and number each of them at rest', () => {
    const labels = layoutLabels(
      { azimuth: -50, elevation: 32, distance: 3.2 },
      ticks,
      names,
      420,
      280,
    );
    expect(labels.filter(({ kind }) => kind === 'title').map(({ text }) => text)).toEqual([
      ...names,
      'loss',
    ]);
    for (const axis of [ticks.u, ticks.v, ticks.loss]) {
      const written = labels.filter(({ text }) => axis.ticks.texts.includes(text));
      expect(written.length).toBeGreaterThanOrEqual(2);
    }
  });

  // As the page lays its slots out: one, two and three lanes, and two on a phone.
  const atRest = { azimuth: 30, elevation: 36, distance: 3.1 };
  const named: (readonly [string, string])[] = [
    ['weight of scaled x1', 'weight of scaled x2'],
    ['PC 1 (95 % of variance)', 'PC 2 (5 % of variance)'],
    ['PC 1 (100 % of variance)', 'direction 2, off the path'],
    ['to the end of Raw inputs', 'across, to the end of Standardized'],
    ['eigenvector 1 (λ 5.48)', 'eigenvector 2 (λ 0.355)'],
    ['random direction 1', 'random direction 2'],
  ];
  it.each(named)('%s and %s stand clear of the axes', (...pair) => {
    for (const [width, height] of [
      [666, 292],
      [446, 216],
      [289, 179],
      [176, 144],
    ] as const) {
      const project = createProjector(atRest, width, height);
      const titles = layoutLabels(atRest, ticks, pair, width, height).filter(
        ({ kind }) => kind === 'title',
      );
      expect(titles).toHaveLength(3);
      for (const { at, ends } of textAxes(atRest, ticks, pair)) {
        for (let part = 0; part <= 100; part++) {
          const [x, y] = project(...at(ends[0] + (part / 100) * (ends[1] - ends[0])));
          for (const title of titles) {
            const isClear = Math.abs(title.x - x) >= title.width / 2 || Math.abs(title.y - y) >= 7;
            expect(isClear, `${title.text} at ${width}`).toBe(true);
          }
        }
      }
    }
  });

  it('shorten both names alike, and never to one and the same', () => {
    expect(nameForms(['PC 1 (95 % of variance)', 'PC 2 (5 % of variance)'])).toEqual([
      ['PC 1 (95 % of variance)', 'PC 2 (5 % of variance)'],
      ['PC 1 (95 %)', 'PC 2 (5 %)'],
      ['PC 1', 'PC 2'],
    ]);
    expect(nameForms(['x1 → unit 1', 'x1 → unit 2'])).toHaveLength(1);
    expect(nameForms(['weight of x1', 'weight of x2'])[1]).toEqual(['x1', 'x2']);
  });

  const surfaces = {
    'a bowl': laneOf((u, v) => u * u + 0.3 * v * v, [-1.6, 0.8, -0.6, 1.8], []),
    'a flat surface': laneOf(() => 0.321, [-1.6, 0.8, -0.6, 1.8], []),
    'no loss at all': laneOf(() => 0, [-1.6, 0.8, -0.6, 1.8], []),
    'a hardly inclined one': laneOf((u) => 0.321 + 1e-6 * u, [-1.6, 0.8, -0.6, 1.8], []),
    'high losses': laneOf((u) => 125345 + 100 * u, [-1.6, 0.8, -0.6, 1.8], []),
    'a log scale': laneOf((u) => 0.321 + 1e-6 * u * u, [-1, 1, -1, 1], [], { mode: 'log' }),
  };
  it.each(Object.entries(surfaces))('of %s are at least two an axis, and differ', (_, lane) => {
    const axesTicks = laneTicks(lane);
    if (!axesTicks) throw new Error('missing ticks');
    let seen = 0;
    for (const [width, height] of [
      [446, 216],
      [212, 170],
      [170, 140],
    ] as const) {
      for (const pose of poses.filter(({ elevation }) => elevation > 30)) {
        const project = createProjector(pose, width, height);
        const labels = layoutLabels(pose, axesTicks, names, width, height);
        for (const { at, ends, texts, endTexts } of textAxes(pose, axesTicks, names)) {
          const [from, to] = ends.map((place) => project(...at(place)));
          if (!from || !to || Math.hypot(to[0] - from[0], to[1] - from[1]) < shortestAxis) continue;
          const written = labels.flatMap(({ text, kind }) =>
            kind === 'tick' && [...texts, ...endTexts].includes(text) ? [text] : [],
          );
          expect(new Set(written).size, JSON.stringify([pose, width])).toBeGreaterThanOrEqual(2);
          seen++;
        }
      }
    }
    expect(seen).toBeGreaterThan(100);
  });

  it('stay at most as many as the page has elements for', () => {
    for (const pose of poses)
      expect(layoutLabels(pose, ticks, names, 1200, 900).length).toBeLessThanOrEqual(21);
  });
});
