// What to ask the worker for next: each lane's surface when its plane has moved, its curvature now and then.
import { largestCurvatureSize, type Plane, type Statistics } from '../../src/index.ts';
import { chooseGrid } from './grid-policy.ts';
import type { GrowingLaneView } from './lane-view.ts';
import { sameNumbers } from './same-numbers.ts';
import { sliceLane } from './slice-frames.ts';
import type { WorkClient } from './work-client.ts';
import type { WorkReply } from './workshop.ts';

/** Curvature is asked for again no sooner than after this many milliseconds, or ten times what it took. */
const curvatureInterval = 300;
/** Above this many parameters the whole Hessian takes too long to follow a run: only its largest eigenvalue does. */
const largestFollowed = 120;

interface LanePlan {
  /** What the newest surface was asked for with. */
  surface:
    | (Pick<Plane, 'origin' | 'u' | 'v' | 'extent'> & {
        grid: number;
        statistics: Statistics | null;
      })
    | null;
  /** Milliseconds per grid point, as measured. */
  cost: number | null;
  curvature: { theta: Float64Array | null; whole: boolean; at: number; took: number };
  /** The step for which directions were asked for; null before the first. */
  frame: number | null;
}

/** While training runs, directions are found anew only after so much more of the run: a picture that turns is unreadable. */
const frameGrowth = 1.25;
const leastFrameSteps = 10;

const sameStatistics = (a: Statistics | null, b: Statistics | null) =>
  a === b ||
  (a !== null && b !== null && sameNumbers(a.mean, b.mean) && sameNumbers(a.variance, b.variance));

export interface WorkPlanner {
  /**
   * Forgets everything: the lanes are new.
   * @param followsRun whether the slice takes its directions from the run
   */
  restart(generation: number, lanes: number, followsRun: boolean): void;
  /** Asks for what each lane lacks. `moving` while training runs. */
  plan(views: readonly GrowingLaneView[], now: number, moving: boolean): void;
  /** Learns from an answer what the work costs here. */
  learn(reply: WorkReply): void;
}

export function createWorkPlanner(client: WorkClient): WorkPlanner {
  let generation = 0;
  let plans: LanePlan[] = [];
  let framesFollow = false;

  const planFrame = (
    views: readonly GrowingLaneView[],
    view: GrowingLaneView,
    plan: LanePlan,
    moving: boolean,
  ) => {
    if (client.busy(view.index, 'frame')) return;
    const { iteration } = view.lane;
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
    const { statistics } = view.planeNow();
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

  const planSurface = (view: GrowingLaneView, plan: LanePlan, moving: boolean) => {
    // Before its directions are known there is no plane.
    if (client.busy(view.index, 'surface') || (framesFollow && view.frameIteration < 0)) return;
    const { plane, statistics, iteration } = view.planeNow();
    const grid = chooseGrid(moving, plan.cost);
    const { surface } = plan;
    // A coarser grid than the one at hand would add nothing while the plane stands still.
    const known =
      surface !== null &&
      surface.grid >= grid &&
      sameNumbers(surface.extent, plane.extent) &&
      sameNumbers(surface.origin, plane.origin) &&
      surface.u === plane.u &&
      surface.v === plane.v &&
      sameStatistics(surface.statistics, statistics);
    if (known) return;
    const { origin, u, v, extent } = plane;
    plan.surface = { origin, u, v, extent, grid, statistics };
    const start = view.minimum ?? view.point();
    client.ask({
      ...{ kind: 'surface', generation, lane: view.index, plane, statistics },
      ...{ grid, start, iteration },
    });
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
    restart(newGeneration, lanes, followsRun) {
      generation = newGeneration;
      framesFollow = followsRun;
      plans = Array.from({ length: lanes }, () => ({
        surface: null,
        cost: null,
        curvature: { theta: null, whole: false, at: Number.NEGATIVE_INFINITY, took: 0 },
        frame: null,
      }));
    },
    plan(views, now, moving) {
      for (const view of views) {
        const plan = plans[view.index];
        if (!plan) continue;
        if (framesFollow) planFrame(views, view, plan, moving);
        planSurface(view, plan, moving);
        planCurvature(view, plan, now, moving);
      }
    },
    learn(reply) {
      const plan = plans[reply.lane];
      if (!plan) return;
      if (reply.kind === 'curvature') plan.curvature.took = reply.took;
      else if (reply.kind === 'surface') plan.cost = reply.took / (reply.grid * reply.grid);
    },
  };
}
