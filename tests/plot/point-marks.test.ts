import { describe, expect, test } from 'vitest';
import { semiAxes } from '../../app/plot/draw-point-marks.ts';
import { createMarkReader } from '../../app/plot/mark-reader.ts';
import { fitFrame } from '../../app/plot/plot-frame.ts';
import { pointMarks, principalCurvatures } from '../../app/plot/point-marks.ts';
import type { LaneView } from '../../app/session/types.ts';
import {
  createLanes,
  drawnLoss,
  parseExperiment,
  weightFrame,
  weightPlane,
} from '../../src/index.ts';
import { quadratic } from '../landscape/quadratic.ts';

const margins = { left: 0, right: 0, top: 0, bottom: 0 };
const frame = fitFrame(200, 200, margins, [-1, 1, -1, 1], true);
if (!frame) throw new Error('missing frame');

describe('the marks at the current point', () => {
  test('of a known quadratic are its axes, its curvatures and the way to lower loss', () => {
    const angle = 0.4;
    const objective = quadratic([9, 1], angle);
    const plane = weightPlane(objective, Float64Array.of(0, 0), ['x', 'y'], [-1, 1, -1, 1]);
    const along = [Math.cos(angle), Math.sin(angle)] as const;
    const marks = pointMarks(objective, plane, along);
    expect(marks?.curvatures[0].value).toBeCloseTo(9, 12);
    expect(marks?.curvatures[1].value).toBeCloseTo(1, 12);
    expect(marks?.curvatures[0].direction[0]).toBeCloseTo(along[0], 12);
    expect(marks?.curvatures[0].direction[1]).toBeCloseTo(along[1], 12);
    // On the steep axis downhill is straight back.
    expect(marks?.downhill?.[0]).toBeCloseTo(-along[0], 12);
    expect(marks?.downhill?.[1]).toBeCloseTo(-along[1], 12);
    expect(pointMarks(objective, plane, [0, 0])?.downhill).toBe(null);
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
