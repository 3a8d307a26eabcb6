import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSession } from '../../app/session/session.ts';
import type { GrowingLaneView } from '../../app/session/lane-view.ts';
import type { FigureSession } from '../../app/session/types.ts';
import { withoutWorkers } from '../../app/session/work-client.ts';
import { createLanes, defaultExperiment, sampleSurface } from '../../src/index.ts';

/** Frames by hand: what would be the browser's next frame runs when the test says so. */
let frames: FrameRequestCallback[] = [];
let now = 0;
const frame = (milliseconds = 16) => {
  now += milliseconds;
  const due = frames;
  frames = [];
  for (const callback of due) callback(now);
};
/** Lets the work that runs in this thread, for want of a worker, come back. */
const settle = async (session: FigureSession) => {
  await vi.waitFor(() => {
    frame(0);
    if (session.views.some((view) => !view.surface || !view.curvature)) throw new Error('waiting');
  });
};

let session: FigureSession;

beforeEach(() => {
  frames = [];
  now = 0;
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback));
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = [];
  });
  vi.stubGlobal('Worker', undefined);
  session = createSession({ experiment: defaultExperiment() });
});

afterEach(() => {
  session.dispose();
  vi.unstubAllGlobals();
});

describe('a session', () => {
  it('says once that it has no worker', () => {
    session.update({ seed: 3 });
    const { notices } = session.store.getState();
    expect(notices.filter((text) => text === withoutWorkers)).toHaveLength(1);
    session.store.setState({ notices: [] });
    session.update({ seed: 4 });
    expect(session.store.getState().notices).toEqual([]);
  });

  it('asks for no frame once there is nothing left to do', async () => {
    await settle(session);
    for (let k = 0; k < 50; k++) {
      await new Promise((resolve) => setTimeout(resolve, 2));
      frame();
    }
    expect(frames).toHaveLength(0);
  });

  it('takes the same number of steps in every lane, at the chosen speed', () => {
    session.update({ speed: 100 });
    session.play();
    for (let k = 0; k < 61; k++) frame(1000 / 60);
    expect(session.iteration).toBeGreaterThanOrEqual(98);
    expect(session.iteration).toBeLessThanOrEqual(101);
    for (const { lane } of session.views) expect(lane.iteration).toBe(session.iteration);
  });

  it('walks the path that the lanes walk without a session', () => {
    session.step(37);
    const lanes = createLanes(defaultExperiment());
    lanes.forEach((lane, k) => {
      lane.step(37);
      expect([...session.views[k].lane.theta]).toEqual([...lane.theta]);
      expect(session.views[k].lane.loss).toBe(lane.loss);
    });
  });

  it('shows a surface that is the loss of the lane, through its own parameters', async () => {
    session.step(5);
    await settle(session);
    for (const { surface, lane, path } of session.views) {
      if (!surface) throw new Error('missing surface');
      const { plane, columns, rows } = surface;
      const { heights } = sampleSurface(lane.objective, plane, columns, rows);
      expect([...surface.heights]).toEqual([...heights]);
      expect(path.points[3 * (path.count - 1) + 2]).toBe(lane.loss);
    }
  });

  it('keeps its pictures after a change until the new surfaces are there, and no longer than a moment', async () => {
    await settle(session);
    let painted = 0;
    session.onFrame(() => painted++);
    frame();
    expect(painted).toBe(1);
    const surfaces = session.views.map(({ surface }) => surface);
    session.update({ seed: 2 });
    frame();
    expect(painted).toBe(1);
    await vi.waitFor(() => {
      frame(0);
      if (painted === 1) throw new Error('waiting');
    });
    // All at once: with the first picture of one lane there are those of all.
    session.views.forEach(({ surface }, k) => expect(surface).not.toBe(surfaces[k]));
    session.update({ seed: 3 });
    for (let k = 0; k < 9; k++) frame(16);
    expect(painted).toBe(2);
    frame(16);
    frame(16);
    // Too slow for that: what there is is shown.
    expect(painted).toBe(3);
  });

  it('starts anew when the run changes, and goes on when only the picture does', () => {
    session.step(10);
    const { generation } = session.store.getState();
    session.update({ height: 'log' });
    session.update({ speed: 500 });
    expect(session.store.getState().generation).toBe(generation);
    expect(session.iteration).toBe(10);
    session.update({ axes: 'fit' });
    expect(session.iteration).toBe(10);
    expect(session.views[0].lane.iteration).toBe(10);
    session.update({ seed: 2 });
    expect(session.iteration).toBe(0);
    expect(session.views[0].lane.iteration).toBe(0);
  });

  it('shows all lanes in one window in equal units', () => {
    const [first, second] = session.views;
    expect(first.window).toEqual(second.window);
    const [left, right, bottom, top] = first.window;
    expect(right - left).toBeCloseTo(top - bottom, 9);
  });

  it('returns to the very start on reset, and the same run follows', () => {
    session.step(20);
    const losses = session.views.map(({ lane }) => lane.loss);
    session.reset();
    expect(session.iteration).toBe(0);
    session.step(20);
    expect(session.views.map(({ lane }) => lane.loss)).toEqual(losses);
  });

  it('seeks to the very state it had, and goes on from there as before', () => {
    session.step(30);
    const far = session.views.map(({ lane }) => [...lane.theta]);
    session.seek(11);
    expect(session.iteration).toBe(11);
    expect(session.furthest).toBe(30);
    const [fresh] = createLanes(defaultExperiment());
    fresh.step(11);
    expect([...session.views[0].lane.theta]).toEqual([...fresh.theta]);
    session.step(19);
    expect(session.views.map(({ lane }) => [...lane.theta])).toEqual(far);
    session.seek(-5);
    expect(session.iteration).toBe(0);
    expect(session.store.getState().status).toBe('idle');
  });

  it('keeps its colours while a reader goes along the run, and is exact as soon as it rests', async () => {
    const step = async (iteration: number) => {
      session.seek(iteration);
      await vi.waitFor(() => {
        frame(0);
        expect(session.views[0].surfaceIteration).toBe(iteration);
      });
    };
    session.step(300);
    await settle(session);
    await step(300);
    const { scale, range } = session.views[0] as GrowingLaneView;
    await step(299);
    const view = session.views[0] as GrowingLaneView;
    // The losses are others by a little.
    expect(view.range?.max).not.toBe(range?.max);
    expect(view.range?.min).toBeGreaterThan(range?.min ?? Infinity);
    expect([view.scale?.min, view.scale?.max]).toEqual([scale?.min, scale?.max]);
    await vi.waitFor(() => expect(view.scale?.max).toBe(view.range?.max), { timeout: 5000 });
    expect(view.scale?.max).not.toBe(scale?.max);
    expect(view.scale?.min).toBe(view.range?.min);
  });

  it('says how far the path has left a slice that is held, and fades it in one that follows', () => {
    session.step(20);
    frame();
    for (const { lane, gap, startStrength, window } of session.views) {
      // The slice goes through the current weights, so only the bias has moved off it.
      expect(gap).toBe(0);
      const [left, right, bottom, top] = window;
      const reach = Math.hypot(right - left, top - bottom) / 2;
      const part = Math.abs(lane.theta[2] - lane.start[2]) / reach;
      expect(startStrength).toBeCloseTo(1 - 0.7 * part, 12);
      expect(startStrength).toBeLessThan(0.999);
    }
    session.update({ around: 'start' });
    for (const { lane, gap, startStrength } of session.views) {
      expect(startStrength).toBe(1);
      const below = Float64Array.of(lane.theta[0], lane.theta[1], lane.start[2]);
      expect(gap).toBeCloseTo(lane.loss - lane.objective.evaluate(below), 14);
      expect(Math.abs(gap ?? 0)).toBeGreaterThan(1e-4);
    }
  });

  it('starts every lane where a reader points', () => {
    session.startFrom(0.5, -0.25);
    for (const { lane } of session.views) {
      expect([...lane.theta.subarray(0, 2)]).toEqual([0.5, -0.25]);
    }
    expect(session.store.getState().experiment.from).toEqual([0.5, -0.25]);
  });

  it('stops by itself at the step it was told, and when every lane has diverged', () => {
    session.update({ until: 7 });
    session.play();
    for (let k = 0; k < 100; k++) frame(100);
    expect(session.iteration).toBe(7);
    expect(session.store.getState().status).toBe('done');
    const { settings } = session.store.getState().experiment;
    session.update({ until: 0, speed: 10_000, settings: { ...settings, learningRate: 100 } });
    for (let k = 0; k < 400; k++) frame(100);
    expect(session.views.map(({ lane }) => lane.status)).toEqual(['diverged', 'diverged']);
    expect(session.store.getState().status).toBe('done');
    for (const { lane } of session.views) expect(lane.loss).toSatisfy(Number.isFinite);
  });

  it('sleeps while it is off the screen, and wakes without a burst', () => {
    session.play();
    frame();
    session.setVisible(false);
    const before = session.iteration;
    for (let k = 0; k < 20; k++) frame(100);
    expect(session.iteration).toBe(before);
    session.setVisible(true);
    frame(5000);
    expect(session.iteration - before).toBeLessThanOrEqual(1);
  });

  it('replaces what does not go together, says so once, and never throws', () => {
    const { experiment } = session.store.getState();
    const [lane] = experiment.lanes;
    session.update({
      settings: { ...experiment.settings, hidden: [4], batch: 1 },
      lanes: [lane, { ...lane, id: 'raw+bn', normalization: 'before' }],
    });
    // That there is no worker here has been said before.
    const said = () => session.store.getState().notices.filter((text) => text !== withoutWorkers);
    expect(said()).toHaveLength(1);
    expect(session.store.getState().experiment.settings.batch).toBe(2);
    session.update({ speed: 20 });
    expect(said()).toHaveLength(1);
  });

  it('writes a camera that has come to rest into the experiment', () => {
    vi.useFakeTimers();
    session.setCamera({ azimuth: 12.345, elevation: 40, distance: 3 });
    expect(session.camera.azimuth).toBe(12.345);
    vi.advanceTimersByTime(1000);
    expect(session.store.getState().experiment.camera).toEqual([12.3, 40, 3]);
    vi.useRealTimers();
  });
});
