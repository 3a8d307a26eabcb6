// What the readout of the largest safe rate says of a lane: the limit, a verdict on the lane's own rate, and why.
import {
  formatNumber,
  formatReading,
  stabilityRule,
  stableRate,
  tighten,
  type Lane,
  type Repair,
} from '../../src/index.ts';
import type { LaneView } from '../session/types.ts';
import { isBowl, slowness } from './slowness.ts';

/** The largest rate that this lane's optimizer stands where it is; null where there is none, or nothing is known. */
export function safeRate({ curvature, lane }: LaneView): number | null {
  if (!curvature || Number.isNaN(curvature.sharpness)) return null;
  return stableRate(lane.settings, curvature.sharpness);
}

/** A limit this many times the rate means that the loss is flat here, and says nothing about the next step. */
const flatness = 1e9;

const isFlat = (view: LaneView) => (safeRate(view) ?? 0) > flatness * view.lane.currentRate;

/** Above this part of the limit a step still descends, but crosses the valley from side to side. */
const closeToLimit = 0.9;

/** Measured steps of which the verdict is one: with batch norm the limit may pass the rate and come back from step to step. */
const recentSteps = 10;

/** At how many of the latest measured steps, down from the one that is shown, the rate now would have been above the limit. */
function passedOf({ curvature, curvatureIteration, curvatures, lane }: LaneView) {
  const isAbove = (sharpness: number) =>
    lane.currentRate > (stableRate(lane.settings, sharpness) ?? Infinity);
  let [measured, passed] = [1, Number(isAbove(curvature?.sharpness ?? 0))];
  const { entries } = curvatures;
  for (let k = entries.length - 1; k >= 0 && measured < recentSteps; k--) {
    const { iteration = Infinity, sharpness = 0 } = entries[k] ?? {};
    if (iteration >= curvatureIteration) continue;
    measured++;
    passed += Number(isAbove(sharpness));
  }
  return { measured, passed };
}

type Light = 'good' | 'slow' | 'warn' | 'mixed' | 'bad';

/** Green, plain, amber or red; null where the optimizer has no such limit, or nothing is known. */
function trafficLight(view: LaneView): Light | null {
  const limit = safeRate(view);
  // Where the loss is flat there is no limit, and no praise for keeping it.
  if (limit === null || isFlat(view)) return null;
  const { measured, passed } = passedOf(view);
  if (passed > 0) return passed < measured ? 'mixed' : 'bad';
  if (view.lane.currentRate > closeToLimit * limit) return 'warn';
  return slowness(view, limit) === '' ? 'good' : 'slow';
}

const lightWords = {
  ...{ good: 'yours {}: safe', slow: 'yours {}: slow', warn: 'yours {}: close' },
  ...{ mixed: 'at times below {}', bad: 'yours {}: too big' },
} as const;

/** Lower rates, tried before they are offered, for lanes whose own is too big; null where there is none to offer. */
export const lowerRates = new WeakMap<Lane, Repair | null>();

export const isTooBig = (view: LaneView) =>
  view.lane.status !== 'diverged' && trafficLight(view) === 'bad';

export function rateWords(view: LaneView): string {
  const { curvature, lane } = view;
  if (!curvature) return '—';
  if (stabilityRule(lane.settings).factor === null) return 'no single one';
  if (isFlat(view)) return curvature.negative > 0 ? 'none: a ridge' : 'flat here';
  const light = trafficLight(view);
  if (light === null) return '—';
  const [limit, rate] = [formatReading(safeRate(view)), formatNumber(lane.currentRate)];
  return tighten(`${limit} (`) + `${lightWords[light].replace('{}', tighten(rate))})`;
}

/** The sharpness behind the limit, what makes it less certain, and why a safe rate may lead nowhere. */
export function moreOfRate(view: LaneView): string {
  const { curvature, lane } = view;
  if (!curvature) return '';
  const { formula, caution } = stabilityRule(lane.settings);
  const sharpness = `Sharpness λmax is ${formatNumber(curvature.sharpness)} here`;
  const limit = formula === null ? '' : `; it must stay below ${formula}`;
  const light = trafficLight(view);
  const slow = light === 'slow' ? slowness(view, safeRate(view) ?? NaN) : '';
  const { measured, passed } = passedOf(view);
  const mixed =
    light === 'mixed'
      ? `The curvature changes from step to step: at ${passed} of the last ${measured} measured steps this rate was above the limit.`
      : '';
  const isOffered = light === 'bad' || lane.status === 'diverged';
  const offer = isOffered ? (lowerRates.get(lane)?.trial ?? '') : '';
  return [`${sharpness}${limit}.`, caution, slow, mixed, offer].filter(Boolean).join(' ');
}

export function moodOfRate(view: LaneView): 'good' | 'warn' | 'bad' | '' {
  const light = trafficLight(view);
  // No praise for what may lead nowhere: at a saddle, or on a plateau, a safe rate is no promise.
  const isPromise = isBowl(view) || view.lane.stepsToTarget !== null;
  if (light === null || light === 'slow' || (light === 'good' && !isPromise)) return '';
  return light === 'mixed' ? 'warn' : light;
}
