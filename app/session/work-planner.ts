// What to ask the worker for next: each lane's surface when its plane has moved, its curvature now and then.
import { chooseGrid } from './grid-policy.ts';
import type { GrowingLaneView } from './lane-view.ts';
import type { WorkClient } from './work-client.ts';
import type { WorkReply } from './workshop.ts';

/** Curvature is asked for again no sooner than after this many milliseconds, or ten times what it took. */
const curvatureInterval = 300;
/** Above this many parameters the exact Hessian takes too long to follow a run. */
const largestFollowed = 120;

interface LanePlan {
  /** What the newest surface was asked for with. */
  surface: { origin: Float64Array; extent: readonly number[]; grid: number } | null;
  /** Milliseconds per grid point, as measured. */
  cost: number | null;
  curvature: { theta: Float64Array | null; at: number; took: number };
}

export interface WorkPlanner {
  /** Forgets everything: the lanes are new. */
  restart(generation: number, lanes: number): void;
  /** Asks for what each lane lacks. `moving` while training runs. */
  plan(views: readonly GrowingLaneView[], now: number, moving: boolean): void;
  /** Learns from an answer what the work costs here. */
  learn(reply: WorkReply): void;
}

const sameNumbers = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i]) return false;
  }
  return true;
};

export function createWorkPlanner(client: WorkClient): WorkPlanner {
  let generation = 0;
  let plans: LanePlan[] = [];

  const planSurface = (view: GrowingLaneView, plan: LanePlan, moving: boolean) => {
    if (client.busy(view.index, 'surface')) return;
    const { plane, iteration } = view.planeNow();
    const grid = chooseGrid(moving, plan.cost);
    const { surface } = plan;
    // A coarser grid than the one at hand would add nothing while the plane stands still.
    const known =
      surface !== null &&
      surface.grid >= grid &&
      sameNumbers(surface.extent, plane.extent) &&
      sameNumbers(surface.origin, plane.origin);
    if (known) return;
    plan.surface = { origin: plane.origin, extent: plane.extent, grid };
    const start = view.minimum ?? view.point();
    client.ask({ kind: 'surface', generation, lane: view.index, plane, grid, start, iteration });
  };

  const planCurvature = (view: GrowingLaneView, plan: LanePlan, now: number, moving: boolean) => {
    const { lane, index } = view;
    if (lane.objective.size > largestFollowed || client.busy(index, 'curvature')) return;
    const { theta, at, took } = plan.curvature;
    if (moving && now - at < Math.max(curvatureInterval, 10 * took)) return;
    if (theta && sameNumbers(theta, lane.theta)) return;
    const asked = lane.theta.slice();
    plan.curvature = { theta: asked, at: now, took };
    client.ask({ kind: 'curvature', generation, lane: index, theta: asked });
  };

  return {
    restart(newGeneration, lanes) {
      generation = newGeneration;
      plans = Array.from({ length: lanes }, () => ({
        surface: null,
        cost: null,
        curvature: { theta: null, at: Number.NEGATIVE_INFINITY, took: 0 },
      }));
    },
    plan(views, now, moving) {
      for (const view of views) {
        const plan = plans[view.index];
        if (!plan) continue;
        planSurface(view, plan, moving);
        planCurvature(view, plan, now, moving);
      }
    },
    learn(reply) {
      const plan = plans[reply.lane];
      if (!plan) return;
      if (reply.kind === 'curvature') plan.curvature.took = reply.took;
      else plan.cost = reply.took / (reply.grid * reply.grid);
    },
  };
}
