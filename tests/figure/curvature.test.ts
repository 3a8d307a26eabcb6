// What the curvature panel draws and says, from lanes whose curvature is known.
import { describe, expect, test } from 'vitest';
import { createCurvatureHistory } from '../../app/session/curvature-history.ts';
import type { LaneView } from '../../app/session/types.ts';
import {
  describeCurvature,
  distinctLimits,
  limitLine,
  limitNotes,
  linesOf,
} from '../../app/figure/panels/curvature/curvature-facts.ts';
import { spectrumScale } from '../../app/figure/panels/curvature/spectrum-scale.ts';
import { createLanes, curvature, parseExperiment } from '../../src/index.ts';

/** The parts of a view that the panel reads, after these steps. */
function viewsOf(query: string, steps: readonly number[]): LaneView[] {
  return createLanes(parseExperiment(query).experiment).map((lane, index) => {
    const curvatures = createCurvatureHistory();
    for (const step of steps) {
      lane.seek(step);
      curvatures.add(step, curvature(lane.objective, lane.theta));
    }
    return {
      ...{ id: lane.id, label: lane.label, index, lane, curvatures },
      curvature: curvature(lane.objective, lane.theta),
      curvatureIteration: lane.iteration,
    } as unknown as LaneView;
  });
}

describe('the curvature panel', () => {
  test('a neuron with squared error curves alike at every step', () => {
    const [raw] = linesOf(viewsOf('', [0, 5, 10]), 'sharpness');
    expect([...Array.from(raw.iterations)]).toEqual([0, 5, 10]);
    for (let k = 1; k < raw.count; k++) expect(raw.losses[k]).toBeCloseTo(raw.losses[0], 10);
  });

  test('what lies ahead of a scrubbed step is not shown', () => {
    const views = viewsOf('net=3', [0, 5, 10]);
    views[0].lane.seek(6);
    expect(Array.from(linesOf(views, 'sharpness')[0].iterations)).toEqual([0, 5]);
  });

  test('lanes with one rate share one limit, and others have their own', () => {
    const [first, ...rest] = distinctLimits(viewsOf('lr=0.1', [0]), 100);
    expect(rest).toHaveLength(0);
    expect(first.index).toBeNull();
    expect(first.series.losses[0]).toBeCloseTo(20, 12);
    const own = distinctLimits(viewsOf('lr=0.1&lanes=raw,standard~lr:0.5', [0]), 100);
    expect(own.map(({ index, series }) => [index, series.losses[0]])).toEqual([
      [0, 20],
      [1, 4],
    ]);
  });

  test('the limit follows the schedule, and momentum', () => {
    const [view] = viewsOf('lr=0.1&schedule=step&every=50&drop=0.5', [0]);
    const line = limitLine(view, 100);
    expect([line?.losses[0], line?.losses[(line?.count ?? 0) - 1]]).toEqual([20, 80]);
    const [heavy] = viewsOf('lr=0.1&opt=momentum', [0]);
    expect(limitLine(heavy, 100)?.losses[0]).toBeCloseTo(38, 12);
  });

  test('Adam has no line, and a sentence instead', () => {
    const views = viewsOf('opt=adam', [0]);
    expect(limitLine(views[0], 100)).toBeNull();
    expect(limitNotes(views).join()).toMatch(/no single line/);
    expect(describeCurvature(views)).not.toMatch(/that is stable/);
    expect(describeCurvature(viewsOf('', [0, 3]))).toMatch(
      /Raw inputs at step 3: sharpness [\d.]+, of 20 that is stable, condition number/,
    );
  });
});

describe('the axis of the spectrum', () => {
  test('holds every size from end to end, whatever its sign', () => {
    const scale = spectrumScale([[-0.02, 0.5, 30]]);
    if (!scale) throw new Error('no axis');
    expect([scale.low, scale.high]).toEqual([-2, 2]);
    expect(scale.place(-1)).toBeCloseTo(0.5, 12);
    expect(scale.place(100)).toBe(1);
    expect(scale.place(0)).toBe(0);
  });

  test('tiny eigenvalues do not stretch it, and nothing gives no axis', () => {
    const scale = spectrumScale([[1e-300, 1]]);
    expect(scale && scale.high - scale.low).toBe(10);
    expect(spectrumScale([[], [0, NaN]])).toBeNull();
  });
});
