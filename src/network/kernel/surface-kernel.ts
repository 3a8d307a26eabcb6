// The fast way to a surface: modules for the planes that come up, held against the plain network before they are trusted.
import type { PlanePoints } from '../../objective.ts';
import { centresOf, noCentres } from './centres.ts';
import type { Centres } from './centres.ts';
import { areSmall } from './exponents.ts';
import type { Dependence } from './graph-nodes.ts';
import type { KernelSource } from './kernel-source.ts';
import type { KernelPrecision } from './lanes.ts';
import { compiledShape, isKnown, refusalOfModules } from './modules.ts';
import { agrees, needsDouble, stretches, tooFineFor, visible } from './precision-rule.ts';
import { evaluateQuadratic } from './quadratic.ts';
import { createWorkspace } from './workspace.ts';
import type { Plan, Workspace } from './workspace.ts';

export interface SurfaceKernel {
  /** See `Objective.evaluatePlane`. */
  evaluatePlane(points: PlanePoints, losses: Float64Array, precision?: 'float64'): boolean;
  /** What computes surfaces. */
  readonly kind: 'wasm' | 'plain';
  /** Why that is the plain network, although there are instructions for this one: a sentence for the reader, or null. */
  readonly note: string | null;
}

const slower = 'Surfaces are computed without it: the same picture, only more slowly.';

export function createSurfaceKernel(source: KernelSource): SurfaceKernel {
  const { spec, layout, samples, statistics } = source;
  const workspaces = new Map<KernelPrecision, Workspace>();
  const plans = new Map<string, Plan | null>();
  /** What went wrong once it was tried. */
  let failure: string | null = null;
  let centres: Centres | undefined;

  const centresFor = (precision: KernelPrecision) =>
    precision === 'float32' ? (centres ??= centresOf(samples)) : noCentres;

  const workspaceOf = (precision: KernelPrecision) => {
    const known = workspaces.get(precision);
    if (known) return known;
    const created = createWorkspace(precision, layout, samples, centresFor(precision));
    workspaces.set(precision, created);
    return created;
  };

  /** Null if there is none, or not yet. */
  const planOf = (
    precision: KernelPrecision,
    dependences: readonly Dependence[],
    mayJoin: boolean,
  ): Plan | null => {
    const key = `${precision} ${mayJoin} ${dependences.join('')}`;
    const known = plans.get(key);
    if (known !== undefined) return known;
    const shape = compiledShape({
      ...{ spec, layout, dependences, mayJoin, precision },
      isCentred: centresFor(precision).some((centre) => centre !== 0),
      ...{ count: samples.count, isMeasured: statistics === null },
    });
    if (!shape.module) return null;
    const plan = workspaceOf(precision).createPlan(shape, shape.module);
    plans.set(key, plan);
    return plan;
  };

  /** Whether the losses are there, and are what they should be. */
  const compute = (points: PlanePoints, losses: Float64Array, precision: KernelPrecision) => {
    const dependences = dependencesOf(points);
    let plan = planOf(precision, dependences, precision === 'float32');
    if (
      plan &&
      plan.exponents.length > 0 &&
      !areSmall(plan.exponents, points, samples, centresFor(precision))
    ) {
      plan = planOf(precision, dependences, false);
    }
    if (!plan || plan.isWrong) return false;
    workspaceOf(precision).run(plan, points, statistics, losses);
    const last = losses.length - 1;
    const middle = Math.floor(last / 2);
    // Whether single precision will do is asked every time, of the point in the middle.
    const mayRound = precision === 'float32';
    if (mayRound && needsDouble(source, losses)) return false;
    if (mayRound && !agrees(source, points, losses, [middle], visible)) return false;
    if (!plan.isChecked) {
      plan.isChecked = true;
      const tolerance = mayRound ? 5 * visible : 1e-6;
      plan.isWrong = !agrees(source, points, losses, [0, middle, last], tolerance);
    }
    return !plan.isWrong;
  };

  const hasInstructions = source.precision === 'float64' && isKnown(spec);
  const isUsed = () => hasInstructions && failure === null && refusalOfModules() === null;
  /** What the plain network would refuse, it shall refuse. */
  const isSound = ({ origin, u, v }: PlanePoints) =>
    [origin, u, v].every(({ length }) => length === layout.size) &&
    (samples.count > 1 || layout.normalizedUnits === 0 || statistics !== null);

  return {
    evaluatePlane(points, losses, precision) {
      if (source.precision !== 'float64' || !isSound(points)) return false;
      if (losses.length === 0 || evaluateQuadratic(source, points, losses)) return true;
      if (!isUsed()) return false;
      try {
        const isSingle = precision !== 'float64' && !tooFineFor(points) && !stretches(statistics);
        if (isSingle && compute(points, losses, 'float32')) return true;
        if (compute(points, losses, 'float64')) return true;
        if ([...plans.values()].some((plan) => plan?.isWrong)) {
          failure = `WebAssembly gave other losses than the plain network. ${slower}`;
        }
      } catch (error) {
        failure = `WebAssembly has failed (${messageOf(error)}). ${slower}`;
      }
      return false;
    },
    get kind() {
      return isUsed() ? 'wasm' : 'plain';
    },
    get note() {
      if (!hasInstructions) return null;
      const refusal = refusalOfModules();
      return refusal === null ? failure : `WebAssembly cannot be used here (${refusal}). ${slower}`;
    },
  };
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** What each parameter depends on: the coordinates whose direction moves it. */
function dependencesOf({ u, v }: PlanePoints): Dependence[] {
  return Array.from(u, (x, k) => ((x === 0 ? 0 : 1) | (v[k] === 0 ? 0 : 2)) as Dependence);
}
