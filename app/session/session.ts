// A figure's session: lanes step on one clock, surfaces follow from the worker, views are told once a frame.
import { createStore } from 'zustand/vanilla';
import { createLanes, slices, type Experiment, type Lane } from '../../src/index.ts';
import { createCameraKeeper, poseOf } from './camera-keeper.ts';
import { weighChange } from './change.ts';
import { addFrameTask, requestFrame } from './clock.ts';
import { createLanePictures } from './lane-pictures.ts';
import { createDataGate, rowsOf } from './late-data.ts';
import { createRun } from './run.ts';
import { sharesCoordinates } from './slice-frames.ts';
import { startAt } from './starting-values.ts';
import type { FigureSession, FigureState } from './types.ts';
import { createUnrest } from './unrest.ts';
import { createWindowMemory } from './window-memory.ts';
import { chosenWindow, framePaths } from './windows.ts';
import { createWorkClient } from './work-client.ts';
import { createWorkPlanner } from './work-planner.ts';

/**
 * After a change the pictures before stay for as long as the first surfaces take, but no longer than this, in
 * milliseconds: to draw old surfaces in new windows would only keep the new ones waiting, and flicker.
 */
const longestHold = 150;

export interface SessionOptions {
  readonly experiment: Experiment;
  /** What had to be replaced in the link, each a sentence. */
  readonly notices?: readonly string[];
  readonly theme?: 'light' | 'dark';
  /** Makes a worker where the usual way is barred, as in a sandbox; may throw. */
  readonly createWorker?: () => Worker;
}

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
  const pictures = createLanePictures(() => run.seeker.target !== null || unrest.isMoving);
  const windowsFor = createWindowMemory();
  const dataGate = createDataGate();
  const camera = createCameraKeeper(poseOf(first), (kept) => {
    store.setState(({ experiment }) => ({ experiment: { ...experiment, camera: kept } }));
  });
  let crosshair: readonly [number, number] | null = null;
  let visible = true;
  /** Whether something may have changed since the views were last told. */
  let stale = true;
  /** Since when frames have been left out, waiting for surfaces; null while they are drawn. */
  let heldSince: number | null = null;

  const experimentNow = () => store.getState().experiment;
  const invalidate = () => {
    stale = true;
    requestFrame();
  };
  const setStatus = (status: FigureState['status']) => {
    if (store.getState().status !== status) store.setState({ status });
  };
  const addNotice = (note: string) => {
    store.setState((state) => ({ notices: [...state.notices, note] }));
  };

  const run = createRun({
    lanes: () => pictures.lanes,
    experiment: experimentNow,
    arrived() {
      unrest.stir();
      setStatus(run.iteration === 0 ? 'idle' : run.left() === 0 ? 'done' : 'paused');
      invalidate();
    },
    moved: invalidate,
  });

  const unrest = createUnrest(() => {
    pictures.rescale(store.getState());
    invalidate();
  });

  const client = createWorkClient({
    onReply(reply) {
      planner.learn(reply);
      pictures.receive(reply, store.getState());
      invalidate();
    },
    onNote: addNotice,
    ...(createWorker ? { createWorker } : {}),
  });
  const planner = createWorkPlanner(client);

  /** Pictures of these lanes and the work for them, as the given state wants them; then the state itself. */
  const frame = (lanes: readonly Lane[], next: FigureState) => {
    const { experiment, generation } = next;
    pictures.frame(lanes, experiment);
    store.setState(next);
    const rows = rowsOf(experiment);
    client.begin({ kind: 'experiment', generation, experiment, rows });
    planner.restart(generation, lanes.length, slices.get(experiment.slice.kind).follows);
    invalidate();
  };

  /** New lanes at step 0. */
  const build = (next: FigureState) => {
    run.begin();
    frame(createLanes(next.experiment), next);
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
    if (!pictures.areHeld) heldSince = null;
    else heldSince ??= now;
    return heldSince !== null && now - heldSince < longestHold;
  };

  const removeTask = addFrameTask((now) => {
    if (!visible) return false;
    if (store.getState().status === 'running') {
      if (run.takeDue(now) > 0) stale = true;
      if (run.left() === 0) setStatus('done');
    }
    const running = store.getState().status === 'running';
    if (stale) {
      pictures.followPaths(experimentNow());
      const waits = planner.plan(pictures.views, now, running || run.seeker.target !== null);
      const held = isHeld(now);
      stale = held || waits;
      // A painter that waits for its turn asks for the next frame.
      if (!held) paint();
    }
    return running || stale;
  });

  const update = (choice: Partial<Experiment>) => {
    if (dataGate.wait(choice, () => update(choice), addNotice)) return;
    const state = store.getState();
    const before = state.experiment;
    const windows = windowsFor(before, choice);
    const { experiment, notices: said, scope } = weighChange(state, { ...choice, windows });
    if (scope !== 'look') {
      // A run that had come to its end may go on with the new settings.
      const status = state.status === 'done' ? 'running' : state.status;
      const generation = state.generation + 1;
      const next = { ...state, experiment, notices: said, status, generation };
      if (scope === 'run') build(next);
      else frame(pictures.lanes, next);
      return;
    }
    store.setState({ experiment, notices: said });
    pictures.followWindows(experiment, before);
    pictures.rescale(store.getState());
    if (experiment.camera.join() !== before.camera.join()) camera.pose = poseOf(experiment);
    invalidate();
  };

  build(store.getState());

  return {
    store,
    get views() {
      return pictures.views;
    },
    get iteration() {
      return run.iteration;
    },
    get furthest() {
      return run.furthest;
    },
    get measuredSpeed() {
      return store.getState().status === 'running' ? run.speed : null;
    },
    get seeking() {
      return run.seeker.target;
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
    limitGrid(isPlain) {
      planner.limit(isPlain);
      invalidate();
    },
    setVisible(next) {
      visible = next;
      run.restartClock();
      if (visible) invalidate();
    },
    play() {
      run.seeker.cancel();
      run.restartClock();
      setStatus(run.left() === 0 ? 'done' : 'running');
      invalidate();
    },
    pause() {
      run.seeker.cancel();
      if (store.getState().status === 'running') setStatus('paused');
      invalidate();
    },
    step(count = 1) {
      run.seeker.cancel();
      run.advance(Math.min(count, run.left()));
      setStatus(run.left() === 0 ? 'done' : 'paused');
      invalidate();
    },
    seek(target, onArrival) {
      const { until } = experimentNow();
      const wanted = Math.max(0, Math.round(target));
      if (store.getState().status === 'running') setStatus('paused');
      run.seeker.to(until > 0 ? Math.min(until, wanted) : wanted, onArrival);
    },
    reset() {
      const state = store.getState();
      const status = state.status === 'running' ? 'running' : 'idle';
      run.rewind();
      const { lanes } = pictures;
      for (const lane of lanes) lane.reset();
      frame(lanes, { ...state, status, generation: state.generation + 1 });
    },
    update,
    startFrom(u, v, index = 0) {
      const view = pictures.views[index];
      if (view) update(startAt(view, [u, v], experimentNow()));
    },
    setWindow(window, index = 0) {
      const experiment = experimentNow();
      if (sharesCoordinates(experiment)) update({ windows: window ? [window] : [] });
      else {
        const own = (k: number) => chosenWindow(experiment, k);
        update({ windows: pictures.views.map((_, k) => (k === index ? window : own(k))) });
      }
    },
    fitPath() {
      const experiment = experimentNow();
      const fitting = framePaths(pictures.views, experiment).map(({ extent }) => extent);
      update({ windows: sharesCoordinates(experiment) ? fitting.slice(0, 1) : fitting });
    },
    dispose() {
      dataGate.dispose();
      removeTask();
      run.seeker.cancel();
      unrest.dispose();
      camera.dispose();
      drawers.clear();
      painters.clear();
      client.dispose();
    },
  };
}
