import { describe, expect, test } from 'vitest';
import { semiAxes, stepMark, tellApart } from '../../app/plot/draw-point-marks.ts';
import { gradientStep } from '../../app/plot/gradient-step.ts';
import { createMarkReader } from '../../app/plot/mark-reader.ts';
import { fitFrame } from '../../app/plot/plot-frame.ts';
import { pointMarks, principalCurvatures } from '../../app/plot/point-marks.ts';
import type { LaneView } from '../../app/session/types.ts';
import {
  createLanes,
  drawnLoss,
  parseExperiment,
  project,
  weightFrame,
  weightPlane,
} from '../../src/index.ts';
import { quadratic } from '../landscape/quadratic.ts';

const margins = { left: 0, right: 0, top: 0, bottom: 0 };
const frame = fitFrame(200, 200, margins, [-1, 1, -1, 1], true);
if (!frame) throw new Error('missing frame');

describe('the marks at the current point', () => {
  test('of a known quadratic are its axes and its curvatures', () => {
    const angle = 0.4;
    const objective = quadratic([9, 1], angle);
    const plane = weightPlane(objective, Float64Array.of(0, 0), ['x', 'y'], [-1, 1, -1, 1]);
    const along = [Math.cos(angle), Math.sin(angle)] as const;
    const marks = pointMarks(objective, plane, along);
    expect(marks?.curvatures[0].value).toBeCloseTo(9, 12);
    expect(marks?.curvatures[1].value).toBeCloseTo(1, 12);
    expect(marks?.curvatures[0].direction[0]).toBeCloseTo(along[0], 12);
    expect(marks?.curvatures[0].direction[1]).toBeCloseTo(along[1], 12);
  });

  test('a saddle has a curvature of either sign', () => {
    const [up, down] = principalCurvatures(0, 1, 0);
    expect(up.value).toBeCloseTo(1, 14);
    expect(down.value).toBeCloseTo(-1, 14);
  });

  test('the ellipse is the line of equal rise: axes go with one over the root of the curvature', () => {
    const curvatures = principalCurvatures(4, 0, 1);
    const [steep, flat] = semiAxes(frame, curvatures);
    expect(flat / steep).toBeCloseTo(2, 12);
    // Forty pixels of the 100 that a unit has.
    expect(flat).toBeCloseTo(0.4, 12);
    const [thin, long] = semiAxes(frame, principalCurvatures(1e6, 0, 1));
    expect(thin).toBeCloseTo(0.05, 12);
    expect(long).toBeCloseTo(50, 9);
  });

  test('a flat direction curves neither way, and where all is flat there is no mark', () => {
    expect(tellApart(principalCurvatures(2, 0, -1e-13))?.[1].value).toBe(2e-9);
    expect(tellApart(principalCurvatures(2, 0, -1e-3))?.[1].value).toBe(-1e-3);
    expect(tellApart(principalCurvatures(0, 0, 0))).toBeNull();
  });

  test('follow the lane, and cost no more than a tenth of the time', () => {
    const [lane] = createLanes(parseExperiment('lanes=standard').experiment);
    const slice = weightFrame(lane.objective, ['W1[0][0]', 'W1[0][1]']);
    const plane = weightPlane(lane.objective, lane.theta, ['W1[0][0]', 'W1[0][1]'], [-1, 1, -1, 1]);
    const drawn = drawnLoss(lane, parseExperiment('').experiment);
    const view = { lane, drawn, frame: slice, surface: { plane } } as unknown as LaneView;
    let now = 0;
    // Every look at the clock is 5 ms later.
    const read = createMarkReader(() => (now += 5));
    expect(read(view)?.point[0]).toBeCloseTo(lane.theta[0], 12);
    const first = read(view);
    expect(read(view)).toBe(first);
    lane.step();
    expect(read(view)).toBe(null);
    now += 60;
    expect(read(view)?.point[0]).toBeCloseTo(lane.theta[0], 12);
  });
});

describe('the arrow of a gradient step', () => {
  test.each([
    '',
    'axes=raw',
    'data=two-scales-curved&net=4&lanes=raw+bn,standard',
    'schedule=step',
  ])('ends where descent goes next, in the slice that is drawn: %s', (query) => {
    const { experiment } = parseExperiment(query);
    for (const lane of createLanes(experiment)) {
      const drawn = drawnLoss(lane, experiment);
      const names = ['W1[0][0]', 'W1[0][1]'] as const;
      const slice = weightFrame(drawn.objective, names);
      for (let k = 0; k < 3; k++) {
        const next = gradientStep({ lane, drawn, frame: slice });
        lane.step();
        const there = project({ ...slice, origin: slice.anchor }, drawn.place(lane.theta));
        expect(next?.[0]).toBeCloseTo(there[0], 9);
        expect(next?.[1]).toBeCloseTo(there[1], 9);
      }
    }
  });

  test('has the length of the step; one that cannot be seen is not drawn', () => {
    expect(stepMark([100, 100], [130, 100], frame)).toEqual({ end: [130, 100], head: 8 });
    expect(stepMark([100, 100], [100, 106], frame)).toEqual({ end: [100, 106], head: 3 });
    expect(stepMark([100, 100], [101, 101], frame)).toBe(null);
    expect(stepMark([100, 100], [100, 100], frame)).toBe(null);
  });

  test('that leads out of the window ends at its edge, without a head', () => {
    expect(stepMark([100, 100], [500, 100], frame)).toEqual({ end: [200, 100], head: 0 });
    // From outside nothing is drawn.
    expect(stepMark([300, 100], [500, 100], frame)).toBe(null);
  });

  test('is gone at the minimum', () => {
    const { experiment } = parseExperiment('lanes=standard');
    const [lane] = createLanes(experiment);
    const slice = weightFrame(lane.objective, ['W1[0][0]', 'W1[0][1]']);
    const view = { lane, drawn: drawnLoss(lane, experiment), frame: slice };
    const mark = () => {
      const [u, v] = gradientStep(view) ?? [NaN, NaN];
      const here = [frame.x(lane.theta[0]), frame.y(lane.theta[1])] as const;
      return stepMark(here, [frame.x(u), frame.y(v)], frame);
    };
    lane.step();
    expect(mark()?.head).toBeGreaterThan(0);
    lane.step(60);
    expect(mark()).toBe(null);
  });
});
