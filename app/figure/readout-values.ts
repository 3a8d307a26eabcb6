// What the readouts say of a lane: the exact value, and the few words that are shown for it.
import { formatNumber, formatReading } from '../number-format.ts';
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
      const number = formatReading(curvature.conditionNumber);
      return curvature.negative > 0 ? `${number}, saddle` : number;
    },
  },
  {
    id: 'stable-rate',
    label: 'rate of limit 2/λmax',
    hint: 'The learning rate, and the largest one with which gradient descent does not climb along the steepest direction of this point.',
    value: sharpnessLimit,
    text: (view) => {
      const limit = isFlat(view) ? ', flat here' : ` of ${formatReading(sharpnessLimit(view))}`;
      return `${formatNumber(view.lane.currentRate)}${limit}`;
    },
    mood: (view) => {
      const limit = sharpnessLimit(view);
      // Where the loss is flat there is no limit, and no praise for keeping it.
      if (limit === null || isFlat(view)) return '';
      // The limit is plain gradient descent's; other optimizers have limits of their own.
      if (view.lane.settings.optimizer !== 'sgd') return '';
      const part = view.lane.currentRate / limit;
      return part > 1 ? 'bad' : part > closeToLimit ? 'warn' : 'good';
    },
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
