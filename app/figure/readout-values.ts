// What the readouts say of a lane: the exact value, and the few words that are shown for it.
import { stableSharpness } from '../../src/index.ts';
import { formatReading, tighten } from '../number-format.ts';
import type { LaneView } from '../session/types.ts';

export interface Readout {
  readonly id: string;
  readonly label: string;
  /** Why the number matters, in one sentence. */
  readonly hint: string;
  /** The exact value; null while it is unknown. */
  value(view: LaneView): number | null;
  /** What is shown. */
  text(view: LaneView): string;
  /** `bad` and `warn` colour it. */
  mood?(view: LaneView): 'good' | 'warn' | 'bad' | '';
}

const sharpnessLimit = (view: LaneView) => view.curvature?.maximumStableRate ?? null;

/** A limit this many times the rate means that the loss is flat here, and says nothing about the next step. */
const flatness = 1e9;

const isFlat = (view: LaneView) => (sharpnessLimit(view) ?? 0) > flatness * view.lane.currentRate;

/** Above this part of the limit a step still descends, but crosses the valley from side to side. */
const closeToLimit = 0.9;

const lightWords = { good: 'stable', warn: 'at the edge', bad: 'unstable' } as const;

/** Green, amber or red; null where the optimizer has no such limit, or nothing is known. */
function trafficLight(view: LaneView): keyof typeof lightWords | null {
  const { curvature, lane } = view;
  const limit = stableSharpness(lane.settings, lane.currentRate);
  // Where the loss is flat there is no limit, and no praise for keeping it.
  if (!curvature || limit === null || isFlat(view) || Number.isNaN(curvature.sharpness))
    return null;
  const part = curvature.sharpness / limit;
  return part > 1 ? 'bad' : part > closeToLimit ? 'warn' : 'good';
}

export const readouts: readonly Readout[] = [
  {
    id: 'loss',
    label: 'loss',
    hint: 'The mean loss over all samples after the last step.',
    value: (view) => view.lane.loss,
    text: (view) => formatReading(view.lane.loss),
  },
  {
    id: 'condition-number',
    label: 'condition κ',
    hint: 'Largest over smallest curvature, the ratio of the Hessian’s eigenvalues: 1 is a round bowl, a large number a narrow valley.',
    value: (view) => view.curvature?.conditionNumber ?? null,
    text: (view) => {
      const { curvature } = view;
      if (!curvature) return '—';
      const number = tighten(formatReading(curvature.conditionNumber));
      return curvature.negative > 0 ? `${number}, saddle` : number;
    },
  },
  {
    id: 'stable-rate',
    label: 'limit 2/λmax',
    hint: 'The largest learning rate with which plain gradient descent does not climb along the steepest direction of this point.',
    value: sharpnessLimit,
    text: (view) => (isFlat(view) ? 'flat here' : formatReading(sharpnessLimit(view))),
  },
  {
    id: 'sharpness',
    label: 'sharpness',
    hint: 'The greatest curvature λmax of this point, against what this optimizer stands at this learning rate: 2 / rate for gradient descent, more with momentum, no single number for those with a rate for each weight.',
    value: (view) => view.curvature?.sharpness ?? null,
    text: (view) => {
      const sharpness = formatReading(view.curvature?.sharpness, 2);
      const light = trafficLight(view);
      return light === null ? sharpness : `${sharpness}, ${lightWords[light]}`;
    },
    mood: (view) => trafficLight(view) ?? '',
  },
  {
    id: 'steps-to-target',
    label: 'steps to target',
    hint: 'The first step at which the loss was at or below the target.',
    value: (view) => view.lane.stepsToTarget,
    text: (view) => {
      const { stepsToTarget, status, divergedAt, iteration } = view.lane;
      if (status === 'diverged') return `diverged at ${divergedAt ?? iteration}`;
      return stepsToTarget === null
        ? `not in ${iteration.toLocaleString('en')}`
        : stepsToTarget.toLocaleString('en');
    },
    mood: (view) =>
      view.lane.status === 'diverged' ? 'bad' : view.lane.stepsToTarget === null ? '' : 'good',
  },
];
