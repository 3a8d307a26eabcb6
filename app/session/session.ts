// A figure's session: lanes step on one clock, surfaces follow from the worker, views are told once a frame.
import { createStore } from 'zustand/vanilla';
import {
  createLanes,
  drawnLoss,
  sliceCodec,
  slices,
  stepsLeft,
  unproject,
  type Experiment,
  type Lane,
} from '../../src/index.ts';
import { createCameraKeeper, poseOf } from './camera-keeper.ts';
import { weighChange } from './change.ts';
import { addFrameTask, requestFrame } from './clock.ts';
import { createLaneView, type GrowingLaneView } from './lane-view.ts';
import { commonRange, createLaneScale } from './lane-scale.ts';
import { fetchData, isDataHere, missingData, rowsOf } from './late-data.ts';
import { createPacer, takeWithin } from './pacer.ts';
import { alignFrame, firstFrame, sharesCoordinates } from './slice-frames.ts';
import { createSpeedometer } from './speedometer.ts';
import { createSeeker } from './seeker.ts';
import type { FigureSession, FigureState } from './types.ts';
import { moved, startingValues, without } from './starting-values.ts';
import { chosenWindow, frameLanes, framePaths, windowFor, type Extent } from './windows.ts';
import { createWorkClient } from './work-client.ts';
import { createWorkPlanner } from './work-planner.ts';

/**
 * After a change the pictures before stay for as long as the first surfaces take, but no longer than this, in
 * milliseconds: to draw old surfaces in new windows would only keep the new ones waiting, and flicker.
 */
const longestHold = 150;
/** Training may take this much of a frame, in milliseconds. */
const stepBudget = 6;

export interface SessionOptions {
  readonly experiment: Experiment;
  /** What had to be replaced in the link, each a sentence. */
  readonly notices?: readonly string[];
  readonly theme?: 'light' | 'dark';
  /** Makes a worker where the usual way is barred, as in a sandbox; may throw. */
  readonly createWorker?: () => Worker;
}

const frameOf = ({ frame, frameIteration }: Pick<GrowingLaneView, 'frame' | 'frameIteration'>) => ({
  frame,
  frameIteration,
});

const lanesOf = (views: readonly GrowingLaneView[]): Lane[] => views.map(({ lane }) => lane);

export function createSession({
  experiment: first,
  notices = [],
  theme = 'light',
  createWorker,
}: SessionOptions): FigureSession {
  const store = createStore<FigureState>(() => ({
    experiment: first,
    notices,
    status: 'idle',
    generation: 0,
    theme,
  }));
  const drawers = new Set<() => void>();
  const painters = new Set<() => void>();
  const pacer = createPacer();
  const speedometer = createSpeedometer();
  let views: readonly GrowingLaneView[] = [];
  let initialWindows: readonly Extent[] = [];
  /** Which slice, and where through, the views' directions are of. */
  let framedSlice = '';
  /** Windows that a reader chose for slices no longer shown. */
  const rememberedWindows = new Map<string, Experiment['windows']>();
  let iteration = 0;
  let furthest = 0;
  const camera = createCameraKeeper(poseOf(first), (kept) => {
    store.setState(({ experiment }) => ({ experiment: { ...experiment, camera: kept } }));
  });
  let crosshair: readonly [number, number] | null = null;
  let visible = true;
  let disposed = false;
  /** Whether something may have changed since the views were last told. */
  let stale = true;
  /** Since when frames have been left out, waiting for surfaces; null while they are drawn. */
  let heldSince: number | null = null;

  const restartClock = () => {
    pacer.restart();
    speedometer.restart();
  };
  const invalidate = () => {
    stale = true;
    requestFrame();
  };

  const client = createWorkClient({
    onReply(reply) {
      planner.learn(reply);
      const view = views[reply.lane];
      if (reply.kind === 'curvature') view?.setCurvature(reply.curvature, reply.iteration);
      else if (reply.kind === 'surface') {
        view?.receive(reply);
        rescale();
      } else if (view) {
        view.setFrame(alignFrame(reply.frame, view.frame), reply.iteration);
        reframePaths();
      }
      invalidate();
    },
    onNote(note) {
      store.setState((state) => ({ notices: [...state.notices, note] }));
    },
    ...(createWorker ? { createWorker } : {}),
  });
  const planner = createWorkPlanner(client);
  const sharedScale = createLaneScale(null);

  /** Every lane's losses on a scale of its own, or on one for all: where all measure the same loss. */
  const rescale = () => {
    const { experiment, status } = store.getState();
    const { height, scale } = experiment;
    const isMoving = status === 'running';
    const losses = new Set(views.map(({ lane }) => lane.objective.spec.loss));
    const shared =
      scale === 'shared' && losses.size === 1
        ? commonRange(views.flatMap(({ range }) => range ?? []))
        : null;
    if (shared) sharedScale.follow(height, shared, isMoving);
    for (const view of views) {
      if (!view.range) continue;
      if (shared && sharedScale.current) view.adopt(sharedScale.current);
      else view.follow(height, view.range, isMoving);
    }
  };

  const setStatus = (status: FigureState['status']) => {
    if (store.getState().status !== status) store.setState({ status });
  };

  /** Windows, views and pending work for these lanes, as the given state wants them; then the state itself. */
  const frame = (lanes: readonly Lane[], next: FigureState) => {
    const { experiment, generation } = next;
    const { slice, around, axes } = experiment;
    const sliceNow = [sliceCodec.write(slice), around, axes === 'raw'].join(' ');
    const sameSlice = sliceNow === framedSlice;
    framedSlice = sliceNow;
    const before = views;
    const { followsRun } = slices.get(experiment.slice.kind);
    const frames = lanes.map((lane, index) => {
      const drawn = drawnLoss(lane, experiment);
      const known = sameSlice ? before[index] : undefined;
      if (known?.lane === lane) return { ...frameOf(known), lane, drawn };
      const first = firstFrame(experiment, lanes, index, drawn);
      return { lane, drawn, frame: first, frameIteration: followsRun ? -1 : 0 };
    });
    const framings = frameLanes(frames, experiment);
    initialWindows = framings.map(({ extent }) => extent);
    views = framings.flatMap(({ lane, extent }, index) => {
      const known = frames[index];
      if (!known) return [];
      const window = chosenWindow(experiment, index) ?? extent;
      return [
        createLaneView({
          ...{ lane, index, experiment, window },
          ...{ ...frameOf(known), drawn: known.drawn, before: before[index] },
        }),
      ];
    });
    store.setState(next);
    const rows = rowsOf(experiment);
    client.begin({ kind: 'experiment', generation, experiment, rows });
    planner.restart(generation, views.length, slices.get(experiment.slice.kind).followsRun);
    invalidate();
  };

  /** New lanes at step 0. */
  const build = (next: FigureState) => {
    seeker.cancel();
    iteration = 0;
    furthest = 0;
    restartClock();
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

  const seeker = createSeeker({
    lanes: () => lanesOf(views),
    iteration: () => iteration,
    place(at) {
      iteration = at;
    },
    advance,
    left,
    arrived() {
      setStatus(iteration === 0 ? 'idle' : left() === 0 ? 'done' : 'paused');
      invalidate();
    },
    moved: invalidate,
  });

  const takeDueSteps = (now: number) => {
    const { speed } = store.getState().experiment;
    const due = Math.min(pacer.due(now, speed), left());
    const taken = due > 0 ? takeWithin(stepBudget, due, advance, () => performance.now()) : 0;
    if (taken < due) pacer.forgive();
    if (taken > 0) stale = true;
    speedometer.note(now, taken);
    if (left() === 0) setStatus('done');
  };

  /** After directions have changed: windows around the paths as they are now, where the reader has chosen none. */
  const reframePaths = () => {
    const { experiment } = store.getState();
    initialWindows = framePaths(views, experiment).map(({ extent }) => extent);
    for (const view of views) {
      const window = chosenWindow(experiment, view.index) ?? initialWindows[view.index];
      if (window) view.setWindow(window);
    }
  };

  const followPaths = () => {
    const { experiment } = store.getState();
    const shared = sharesCoordinates(experiment);
    for (const view of views) {
      view.updatePath();
      if (chosenWindow(experiment, view.index)) {
        // What lies outside is marked at the edge of the window that was asked for.
        view.setAdrift(view.lane.status === 'diverged');
        continue;
      }
      const initial = initialWindows[view.index];
      const fitting = initial ? windowFor(view.window, initial, view.point()) : null;
      view.setAdrift(fitting === null || view.lane.status === 'diverged');
      if (fitting === null || fitting === view.window) continue;
      for (const each of shared ? views : [view]) each.setWindow(fitting);
    }
  };

  const addPainter = (list: Set<() => void>, painter: () => void) => {
    list.add(painter);
    invalidate();
    return () => list.delete(painter);
  };
  const paint = () => {
    for (const list of [drawers, painters]) for (const painter of list) painter();
  };

  const isHeld = (now: number) => {
    if (!views.some((view) => view.isHeld)) heldSince = null;
    else heldSince ??= now;
    return heldSince !== null && now - heldSince < longestHold;
  };

  const removeTask = addFrameTask((now) => {
    if (!visible) return false;
    if (store.getState().status === 'running') takeDueSteps(now);
    const running = store.getState().status === 'running';
    if (stale) {
      followPaths();
      planner.plan(views, now, running || seeker.target !== null);
      stale = isHeld(now);
      if (!stale) paint();
    }
    return running || stale;
  });

  const windowsKey = ({ slice, axes }: Experiment) => `${sliceCodec.write(slice)} ${axes}`;

  /** Counts the choices of data, so that only the latest is waited for. */
  let dataChoices = 0;

  const update = (choice: Partial<Experiment>) => {
    const { data } = choice;
    if (data) dataChoices += 1;
    if (data && !isDataHere({ data })) {
      const number = dataChoices;
      const isWanted = () => number === dataChoices && !disposed;
      fetchData({ data }).then(
        () => isWanted() && update(choice),
        () => {
          const { notices: known } = store.getState();
          if (isWanted()) store.setState({ notices: [...known, missingData({ data })] });
        },
      );
      return;
    }
    const state = store.getState();
    const before = state.experiment;
    const wanted = { ...before, ...choice };
    const isOther = windowsKey(wanted) !== windowsKey(before);
    if (isOther) rememberedWindows.set(windowsKey(before), before.windows);
    const remembered = rememberedWindows.get(windowsKey(wanted)) ?? [];
    const windows = choice.windows ?? (isOther ? remembered : before.windows);
    const { experiment, notices, scope } = weighChange(state, { ...choice, windows });
    if (scope !== 'look') {
      // A run that had come to its end may go on with the new settings.
      const status = state.status === 'done' ? 'running' : state.status;
      const next = { ...state, experiment, notices, status, generation: state.generation + 1 };
      if (scope === 'run') build(next);
      else frame(lanesOf(views), next);
      return;
    }
    store.setState({ experiment, notices });
    for (const view of views) {
      const chosen = chosenWindow(experiment, view.index);
      if (String(chosen) === String(chosenWindow(before, view.index))) continue;
      const window = chosen ?? initialWindows[view.index];
      if (window) view.setWindow(window);
    }
    rescale();
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
    get measuredSpeed() {
      return store.getState().status === 'running' ? speedometer.rate : null;
    },
    get seeking() {
      return seeker.target;
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
    onFrame: (painter) => addPainter(painters, painter),
    onDraw: (painter) => addPainter(drawers, painter),
    invalidate,
    paint,
    limitGrid(points) {
      planner.limit(points);
      invalidate();
    },
    setVisible(next) {
      visible = next;
      restartClock();
      if (visible) invalidate();
    },
    play() {
      seeker.cancel();
      restartClock();
      setStatus(left() === 0 ? 'done' : 'running');
      invalidate();
    },
    pause() {
      seeker.cancel();
      if (store.getState().status === 'running') setStatus('paused');
      invalidate();
    },
    step(count = 1) {
      seeker.cancel();
      advance(Math.min(count, left()));
      setStatus(left() === 0 ? 'done' : 'paused');
      invalidate();
    },
    seek(target, onArrival) {
      const { until } = store.getState().experiment;
      const wanted = Math.max(0, Math.round(target));
      if (store.getState().status === 'running') setStatus('paused');
      seeker.to(until > 0 ? Math.min(until, wanted) : wanted, onArrival);
    },
    reset() {
      const state = store.getState();
      const status = state.status === 'running' ? 'running' : 'idle';
      seeker.cancel();
      iteration = 0;
      restartClock();
      const lanes = lanesOf(views);
      for (const lane of lanes) lane.reset();
      frame(lanes, { ...state, status, generation: state.generation + 1 });
    },
    update,
    startFrom(u, v, index = 0) {
      const view = views[index];
      const { experiment } = store.getState();
      const { slice, axes, set } = experiment;
      if (slice.kind === 'weights' && axes !== 'raw') {
        // Set by name they would stand above the point.
        update({ from: [u, v], set: without(set, slice.names) });
      } else if (view) {
        const { lane, drawn } = view;
        const { plane } = view.planeNow();
        const point = unproject(plane, u, v, new Float64Array(drawn.objective.size));
        const theta = drawn.unplace(point, lane.theta);
        const values = startingValues(lane, theta);
        update({ from: null, set: drawn.isOwn ? values : moved(values, lane) });
      }
    },
    setWindow(window, index = 0) {
      const { experiment } = store.getState();
      if (sharesCoordinates(experiment)) update({ windows: window ? [window] : [] });
      else {
        const own = (k: number) => chosenWindow(experiment, k);
        update({ windows: views.map((_, k) => (k === index ? window : own(k))) });
      }
    },
    fitPath() {
      const { experiment } = store.getState();
      const fitting = framePaths(views, experiment).map(({ extent }) => extent);
      update({ windows: sharesCoordinates(experiment) ? fitting.slice(0, 1) : fitting });
    },
    dispose() {
      disposed = true;
      removeTask();
      seeker.cancel();
      camera.dispose();
      drawers.clear();
      painters.clear();
      client.dispose();
    },
  };
}
