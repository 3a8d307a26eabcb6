// The pictures of all lanes: along which directions, in which windows and on which scales they are drawn.
import { drawnLoss, sliceCodec, slices, type Experiment, type Lane } from '../../src/index.ts';
import { commonRange, createLaneScale } from './lane-scale.ts';
import { createLaneView, type GrowingLaneView } from './lane-view.ts';
import { alignFrame, firstFrame, sharesCoordinates } from './slice-frames.ts';
import type { FigureState } from './types.ts';
import { chosenWindow, frameLanes, framePaths, windowFor, type Extent } from './windows.ts';
import type { WorkReply } from './work-messages.ts';

export interface LanePictures {
  /** A new array whenever lanes or planes are others. */
  readonly views: readonly GrowingLaneView[];
  readonly lanes: readonly Lane[];
  /** Whether some lane still shows the surface that it had before its view was made. */
  readonly areHeld: boolean;
  /** New views of these lanes; where lane and slice are as before, they keep their directions. */
  frame(lanes: readonly Lane[], experiment: Experiment): void;
  /** Takes in what has been computed for a lane. */
  receive(reply: WorkReply, state: FigureState): void;
  /** Takes in what the lanes have recorded, and widens windows that their paths have run out of. */
  followPaths(experiment: Experiment): void;
  /** Moves to the windows that a reader has chosen since. */
  followWindows(experiment: Experiment, before: Experiment): void;
  /** Every lane's losses on a scale of its own, or on one for all: where all measure the same loss. */
  rescale(state: Pick<FigureState, 'experiment' | 'status'>): void;
}

/** @param isSought whether a reader goes along the run: exact scales would make the colours shimmer */
export function createLanePictures(isSought: () => boolean): LanePictures {
  let views: readonly GrowingLaneView[] = [];
  let initialWindows: readonly Extent[] = [];
  /** Which slice, and where through, the views' directions are of. */
  let framedSlice = '';
  const sharedScale = createLaneScale(null);

  /** After directions have changed: windows around the paths as they are now, where the reader has chosen none. */
  const reframePaths = (experiment: Experiment) => {
    initialWindows = framePaths(views, experiment).map(({ extent }) => extent);
    for (const view of views) {
      const window = chosenWindow(experiment, view.index) ?? initialWindows[view.index];
      if (window) view.setWindow(window);
    }
  };

  const rescale: LanePictures['rescale'] = ({ experiment, status }) => {
    const { height, scale } = experiment;
    const isMoving = status === 'running' || isSought();
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

  return {
    get views() {
      return views;
    },
    get lanes() {
      return views.map(({ lane }) => lane);
    },
    get areHeld() {
      return views.some(({ isHeld }) => isHeld);
    },
    frame(lanes, experiment) {
      const { slice, around, axes } = experiment;
      const sliceNow = [sliceCodec.write(slice), around, axes === 'raw'].join(' ');
      const sameSlice = sliceNow === framedSlice;
      framedSlice = sliceNow;
      const before = views;
      const { follows } = slices.get(slice.kind);
      const frames = lanes.map((lane, index) => {
        const drawn = drawnLoss(lane, experiment);
        const known = sameSlice ? before[index] : undefined;
        if (known?.lane === lane) {
          const { frame, frameIteration } = known;
          return { lane, drawn, frame, frameIteration };
        }
        const first = firstFrame(experiment, lanes, index, drawn);
        return { lane, drawn, frame: first, frameIteration: follows ? -1 : 0 };
      });
      initialWindows = frameLanes(frames, experiment).map(({ extent }) => extent);
      views = frames.flatMap((known, index) => {
        const window = chosenWindow(experiment, index) ?? initialWindows[index];
        return window
          ? [createLaneView({ ...known, index, experiment, window, before: before[index] })]
          : [];
      });
    },
    receive(reply, state) {
      const view = views[reply.lane];
      if (!view) return;
      if (reply.kind === 'curvature') view.setCurvature(reply.curvature, reply.iteration);
      else if (reply.kind === 'surface') {
        view.receive(reply);
        rescale(state);
      } else {
        const { frame } = reply;
        // Axes that are named for where a run has ended point there; others are as true turned round.
        const isNamed = slices.get(state.experiment.slice.kind).follows === 'end';
        view.setFrame(isNamed ? frame : alignFrame(frame, view.frame), reply.iteration);
        reframePaths(state.experiment);
      }
    },
    followPaths(experiment) {
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
    },
    followWindows(experiment, before) {
      for (const view of views) {
        const chosen = chosenWindow(experiment, view.index);
        if (String(chosen) === String(chosenWindow(before, view.index))) continue;
        const window = chosen ?? initialWindows[view.index];
        if (window) view.setWindow(window);
      }
    },
    rescale,
  };
}
