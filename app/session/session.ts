// A figure's session: lanes step on one clock, surfaces follow from the worker, views are told once a frame.
import { createStore } from 'zustand/vanilla';
import { createLanes, stepsLeft, type Experiment, type Lane } from '../../src/index.ts';
import { createCameraKeeper, poseOf } from './camera-keeper.ts';
import { weighChange } from './change.ts';
import { addFrameTask, requestFrame } from './clock.ts';
import { createLaneView, type GrowingLaneView } from './lane-view.ts';
import { createPacer, takeWithin } from './pacer.ts';
import type { FigureSession, FigureState } from './types.ts';
import { frameLanes, windowFor, type Extent } from './windows.ts';
import { createWorkClient } from './work-client.ts';
import { createWorkPlanner } from './work-planner.ts';

/** Training may take this much of a frame, in milliseconds. */
const stepBudget = 6;

export interface SessionOptions {
  readonly experiment: Experiment;
  /** What had to be replaced in the link, each a sentence. */
  readonly notices?: readonly string[];
  readonly theme?: 'light' | 'dark';
}

const lanesOf = (views: readonly GrowingLaneView[]): Lane[] => views.map(({ lane }) => lane);

export function createSession({
  experiment: first,
  notices = [],
  theme = 'light',
}: SessionOptions): FigureSession {
  const store = createStore<FigureState>(() => ({
    experiment: first,
    notices,
    status: 'idle',
    generation: 0,
    theme,
  }));
  const painters = new Set<() => void>();
  const pacer = createPacer();
  let views: readonly GrowingLaneView[] = [];
  let initialWindows: readonly Extent[] = [];
  let iteration = 0;
  let furthest = 0;
  const camera = createCameraKeeper(poseOf(first), (kept) => {
    store.setState(({ experiment }) => ({ experiment: { ...experiment, camera: kept } }));
  });
  let crosshair: readonly [number, number] | null = null;
  let visible = true;
  /** Whether something may have changed since the views were last told. */
  let stale = true;

  const invalidate = () => {
    stale = true;
    requestFrame();
  };

  const client = createWorkClient((reply) => {
    planner.learn(reply);
    const view = views[reply.lane];
    if (reply.kind === 'curvature') view?.setCurvature(reply.curvature);
    else view?.receive(reply);
    invalidate();
  });
  const planner = createWorkPlanner(client);

  const setStatus = (status: FigureState['status']) => {
    if (store.getState().status !== status) store.setState({ status });
  };

  /** Windows, views and pending work for these lanes, as the given state wants them; then the state itself. */
  const frame = (lanes: readonly Lane[], next: FigureState) => {
    const { experiment, generation } = next;
    const framings = frameLanes(lanes, experiment);
    const before = views;
    initialWindows = framings.map(({ extent }) => extent);
    views = framings.map(({ lane, extent }, index) =>
      createLaneView({ lane, index, experiment, window: extent, before: before[index] }),
    );
    // Surfaces do not depend on the learning rate: the worker need not search for the best one again.
    const forSurfaces = { ...experiment, rate: { kind: 'same' } } as const;
    client.begin({ kind: 'experiment', generation, experiment: forSurfaces });
    planner.restart(generation, views.length);
    store.setState(next);
    invalidate();
  };

  /** New lanes at step 0. */
  const build = (next: FigureState) => {
    iteration = 0;
    furthest = 0;
    pacer.restart();
    frame(createLanes(next.experiment), next);
  };

  /** How many steps may still be taken before the run stops by itself. */
  const left = () => stepsLeft(store.getState().experiment, lanesOf(views), iteration);

  const advance = (count: number) => {
    const { untilTarget } = store.getState().experiment;
    // A run that stops at the target must be asked after every step.
    const portion = untilTarget ? 1 : count;
    for (let taken = 0; taken < count && left() > 0; taken += portion) {
      for (const { lane } of views) lane.step(portion);
      iteration += portion;
    }
    furthest = Math.max(furthest, iteration);
  };

  const takeDueSteps = (now: number) => {
    const { speed } = store.getState().experiment;
    const due = Math.min(pacer.due(now, speed), left());
    if (due > 0) {
      const taken = takeWithin(stepBudget, due, advance, () => performance.now());
      if (taken < due) pacer.forgive();
      stale = true;
    }
    if (left() === 0) setStatus('done');
  };

  const followPaths = () => {
    const shared = store.getState().experiment.axes === 'equal';
    for (const view of views) {
      view.updatePath();
      const initial = initialWindows[view.index];
      const fitting = initial ? windowFor(view.window, initial, view.point()) : null;
      view.setAdrift(fitting === null || view.lane.status === 'diverged');
      if (fitting === null || fitting === view.window) continue;
      for (const each of shared ? views : [view]) each.setWindow(fitting);
    }
  };

  const removeTask = addFrameTask((now) => {
    if (!visible) return false;
    if (store.getState().status === 'running') takeDueSteps(now);
    const running = store.getState().status === 'running';
    if (stale) {
      stale = false;
      followPaths();
      planner.plan(views, now, running);
      for (const painter of painters) painter();
    }
    return running || stale;
  });

  const update = (choice: Partial<Experiment>) => {
    const state = store.getState();
    const before = state.experiment;
    const { experiment, notices, scope } = weighChange(state, choice);
    if (scope !== 'look') {
      // A run that had come to its end may go on with the new settings.
      const status = state.status === 'done' ? 'running' : state.status;
      const next = { ...state, experiment, notices, status, generation: state.generation + 1 };
      if (scope === 'run') build(next);
      else frame(lanesOf(views), next);
      return;
    }
    store.setState({ experiment, notices });
    if (experiment.height !== before.height) {
      for (const view of views) view.setHeight(experiment.height);
    }
    if (experiment.camera.join() !== before.camera.join()) camera.pose = poseOf(experiment);
    invalidate();
  };

  build(store.getState());

  return {
    store,
    get views() {
      return views;
    },
    get iteration() {
      return iteration;
    },
    get furthest() {
      return furthest;
    },
    get camera() {
      return camera.pose;
    },
    setCamera(pose) {
      camera.move(pose);
      invalidate();
    },
    get crosshair() {
      return crosshair;
    },
    setCrosshair(point) {
      crosshair = point;
      invalidate();
    },
    onFrame(painter) {
      painters.add(painter);
      invalidate();
      return () => painters.delete(painter);
    },
    invalidate,
    setVisible(next) {
      visible = next;
      pacer.restart();
      if (visible) invalidate();
    },
    play() {
      pacer.restart();
      setStatus(left() === 0 ? 'done' : 'running');
      invalidate();
    },
    pause() {
      if (store.getState().status === 'running') setStatus('paused');
      invalidate();
    },
    step(count = 1) {
      advance(Math.min(count, left()));
      setStatus(left() === 0 ? 'done' : 'paused');
      invalidate();
    },
    seek(target) {
      const { until } = store.getState().experiment;
      const wanted = Math.max(0, Math.round(target));
      iteration = until > 0 ? Math.min(until, wanted) : wanted;
      furthest = Math.max(furthest, iteration);
      for (const { lane } of views) lane.seek(iteration);
      setStatus(iteration === 0 ? 'idle' : 'paused');
      invalidate();
    },
    reset() {
      const state = store.getState();
      const status = state.status === 'running' ? 'running' : 'idle';
      iteration = 0;
      pacer.restart();
      const lanes = lanesOf(views);
      for (const lane of lanes) lane.reset();
      frame(lanes, { ...state, status, generation: state.generation + 1 });
    },
    update,
    startFrom(u, v) {
      update({ from: [u, v] });
    },
    dispose() {
      removeTask();
      camera.dispose();
      painters.clear();
      client.dispose();
    },
  };
}
