// What to ask the worker for next: each lane's surface when its plane has moved, its curvature now and then.
import { largestCurvatureSize, type Slice } from '../../src/index.ts';
import { finestDrawn, movingGrid, nextGrid } from './grid-policy.ts';
import type { GrowingLaneView } from './lane-view.ts';
import { ordinaryCost } from './point-cost.ts';
import { sameNumbers } from './same-numbers.ts';
import { sliceLane } from './slice-frames.ts';
import { samePlane } from './same-plane.ts';
import type { WorkClient } from './work-client.ts';
import type { SurfaceReply, SurfaceTask, WorkReply } from './work-messages.ts';

/** Curvature is asked for again no sooner than after this many milliseconds, or ten times what it took. */
const curvatureInterval = 300;
/** Above this many parameters the whole Hessian takes too long to follow a run: only its largest eigenvalue does. */
const largestFollowed = 120;

/** How much a new measurement counts. */
const freshness = 0.5;

interface LanePlan {
  /** What the newest surface was asked for with, and when. */
  asked: SurfaceTask | null;
  askedAt: number;
  /** A surface was given up for this one before it was there. */
  preempts: boolean;
  /** The newest surface. */
  latest: SurfaceReply | null;
  /** The grid of the newest surface that was not a refinement. */
  moving: number | null;
  /** Milliseconds per grid point, as measured. */
  cost: number | null;
  curvature: { theta: Float64Array | null; whole: boolean; at: number; took: number };
  /** The step for which directions were asked for; null before the first. */
  frame: number | null;
}

/** While training runs, directions are found anew only after so much more of the run: a picture that turns is unreadable. */
const frameGrowth = 1.25;
const leastFrameSteps = 10;

/** While the run goes on, only a surface that it leaves alone for so long, in milliseconds, is worth refining. */
const stillness = 500;

export interface WorkPlanner {
  /**
   * Forgets everything: the lanes are new.
   * @param follows what of the run the slice takes its directions from
   */
  restart(generation: number, lanes: number, follows: Slice['follows']): void;
  /** Where pixels are dear more points show nothing, and no grid is that fine. */
  limit(isPlain: boolean): void;
  /**
   * Asks for what each lane lacks. `moving` while training runs.
   * @returns whether something waits for the next frame: curvature, for the first surfaces to be on the screen
   */
  plan(views: readonly GrowingLaneView[], now: number, moving: boolean): boolean;
  /** Learns from an answer what the work costs here. */
  learn(reply: WorkReply): void;
}

export function createWorkPlanner(client: WorkClient): WorkPlanner {
  let generation = 0;
  let plans: LanePlan[] = [];
  let framesOf: Slice['follows'] = null;
  /** Whether all lanes had surfaces in the frame before, so that they are shown by now. */
  let areShown = false;
  // Until it is known who draws.
  let finest = finestDrawn(true);

  const planFrame = (
    views: readonly GrowingLaneView[],
    view: GrowingLaneView,
    plan: LanePlan,
    moving: boolean,
  ) => {
    if (framesOf === null || client.busy(view.index, 'frame')) return;
    const { statistics, iteration: drawnAt } = view.planeNow();
    const moments = { path: view.lane.iteration, centre: drawnAt, end: view.end.iteration };
    const iteration = moments[framesOf];
    const known = plan.frame;
    const isDue =
      known === null ||
      iteration < known ||
      (moving
        ? iteration >= Math.max(frameGrowth * known, known + leastFrameSteps)
        : iteration !== known);
    if (!isDue) return;
    plan.frame = iteration;
    const lanes = views.map((each) => sliceLane(each.lane, each.end.theta));
    const centre = view.centre().slice();
    client.ask({
      kind: 'frame',
      generation,
      lane: view.index,
      lanes,
      centre,
      statistics,
      iteration,
    });
  };

  const askSurface = (plan: LanePlan, task: SurfaceTask, now: number) => {
    plan.asked = task;
    plan.askedAt = now;
    client.ask(task);
  };

  const planSurface = (view: GrowingLaneView, plan: LanePlan, now: number, moving: boolean) => {
    // Before its directions are known there is no plane.
    if (framesOf && view.frameIteration < 0) return;
    const { plane, statistics, iteration } = view.planeNow();
    const { asked, latest, cost } = plan;
    const question = { cost, lanes: plans.length, workers: client.workers, finest };
    const isBusy = client.busy(view.index, 'surface');
    if (asked === null || !samePlane(asked, { plane, statistics })) {
      // A surface that moves with the run is let come to its end: given up each time, none would ever be there.
      const isOther =
        asked !== null &&
        !(asked.plane.u === plane.u && sameNumbers(asked.plane.extent, plane.extent));
      const givesUp = asked?.coarser !== undefined || (isOther && !plan.preempts);
      if (isBusy && !givesUp) return;
      plan.preempts = isBusy && asked?.coarser === undefined;
      plan.moving = movingGrid(question, plan.moving);
      const start = view.minimum ?? view.point();
      const { lane, index, drawn } = view;
      const work = { grid: plan.moving, start, iteration, ordinaryCost: ordinaryCost(lane, drawn) };
      // The first picture of an experiment does not wait for the search: those that follow have it.
      const searches = latest !== null;
      const task = { generation, lane: index, plane, statistics, searches, ...work };
      askSurface(plan, { kind: 'surface', ...task }, now);
      return;
    }
    if (isBusy || latest?.grid !== asked.grid || latest.plane !== asked.plane) return;
    if (moving && now - plan.askedAt < stillness) return;
    const grid = nextGrid(question, latest.grid);
    const sought = { ...asked, searches: true };
    if (grid !== null) askSurface(plan, { ...sought, grid, coarser: latest }, now);
    else if (!latest.searched) askSurface(plan, sought, now);
  };

  const planCurvature = (view: GrowingLaneView, plan: LanePlan, now: number, moving: boolean) => {
    const { lane, index } = view;
    const { size } = lane.objective;
    if (client.busy(index, 'curvature')) return;
    const whole = size <= (moving ? largestFollowed : largestCurvatureSize);
    const { theta, at, took } = plan.curvature;
    if (moving && now - at < Math.max(curvatureInterval, 10 * took)) return;
    const known = theta !== null && sameNumbers(theta, lane.theta);
    if (known && (plan.curvature.whole || !whole)) return;
    const asked = lane.theta.slice();
    plan.curvature = { theta: asked, whole, at: now, took };
    const { iteration } = lane;
    client.ask({ kind: 'curvature', generation, lane: index, theta: asked, whole, iteration });
  };

  return {
    restart(newGeneration, lanes, follows) {
      generation = newGeneration;
      framesOf = follows;
      areShown = false;
      plans = Array.from({ length: lanes }, () => ({
        ...{ asked: null, askedAt: 0, preempts: false, latest: null, moving: null, cost: null },
        curvature: { theta: null, whole: false, at: Number.NEGATIVE_INFINITY, took: 0 },
        frame: null,
      }));
    },
    limit(isPlain) {
      finest = finestDrawn(isPlain);
    },
    plan(views, now, moving) {
      for (const view of views) {
        const plan = plans[view.index];
        if (!plan) continue;
        planFrame(views, view, plan, moving);
        planSurface(view, plan, now, moving);
      }
      // Workers that are all busy with curvature leave no processor to the page, which is to paint the first surfaces.
      const isPutOff = !areShown;
      areShown = plans.every(({ latest }) => latest !== null);
      if (isPutOff) return areShown;
      for (const view of views) {
        const plan = plans[view.index];
        if (plan) planCurvature(view, plan, now, moving);
      }
      return false;
    },
    learn(reply) {
      const plan = plans[reply.lane];
      if (!plan) return;
      if (reply.kind === 'curvature') plan.curvature.took = reply.took;
      else if (reply.kind === 'surface') {
        plan.latest = reply;
        plan.preempts = false;
        const known = plan.cost ?? reply.perPoint;
        plan.cost = known + freshness * (reply.perPoint - known);
      }
    },
  };
}
