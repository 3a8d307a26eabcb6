// What the readouts say of a lane: the exact value, and the few words that are shown for it.
import {
  formatFactor,
  formatNumber,
  formatReading,
  linearModel,
  stabilityRule,
  stableRate,
  tighten,
} from '../../src/index.ts';
import { isBowl, slowness } from './slowness.ts';
import type { LaneView } from '../session/types.ts';

export interface Readout {
  readonly id: string;
  readonly label: string;
  /** Why the number matters, in a sentence or two. */
  readonly hint: string;
  /** The exact value; null while it is unknown. */
  value(view: LaneView): number | null;
  /** What is shown. */
  text(view: LaneView): string;
  /** What more there is to say of this lane's number: it follows the hint. */
  more?(view: LaneView): string;
  /** `bad` and `warn` colour it. */
  mood?(view: LaneView): 'good' | 'warn' | 'bad' | '';
}

/** The largest rate that this lane's optimizer stands where it is; null where there is none, or nothing is known. */
function safeRate({ curvature, lane }: LaneView): number | null {
  if (!curvature || Number.isNaN(curvature.sharpness)) return null;
  return stableRate(lane.settings, curvature.sharpness);
}

/** A limit this many times the rate means that the loss is flat here, and says nothing about the next step. */
const flatness = 1e9;

const isFlat = (view: LaneView) => (safeRate(view) ?? 0) > flatness * view.lane.currentRate;

/** Above this part of the limit a step still descends, but crosses the valley from side to side. */
const closeToLimit = 0.9;

const lightWords = { good: 'safe', slow: 'slow', warn: 'close', bad: 'too big' } as const;

/** Green, plain, amber or red; null where the optimizer has no such limit, or nothing is known. */
function trafficLight(view: LaneView): keyof typeof lightWords | null {
  const limit = safeRate(view);
  // Where the loss is flat there is no limit, and no praise for keeping it.
  if (limit === null || isFlat(view)) return null;
  const part = view.lane.currentRate / limit;
  if (part > 1) return 'bad';
  if (part > closeToLimit) return 'warn';
  return slowness(view, limit) === '' ? 'good' : 'slow';
}

function rateWords(view: LaneView): string {
  const { curvature, lane } = view;
  if (!curvature) return '—';
  if (stabilityRule(lane.settings).factor === null) return 'no single one';
  if (isFlat(view)) return curvature.negative > 0 ? 'none: a ridge' : 'flat here';
  const light = trafficLight(view);
  if (light === null) return '—';
  const [limit, rate] = [formatReading(safeRate(view)), formatNumber(lane.currentRate)];
  return tighten(`${limit} (yours ${rate}: ${lightWords[light]})`);
}

/** The sharpness behind the limit, what makes it less certain, and why a safe rate may lead nowhere. */
function moreOfRate(view: LaneView): string {
  const { curvature, lane } = view;
  if (!curvature) return '';
  const { formula, caution } = stabilityRule(lane.settings);
  const sharpness = `Sharpness λmax is ${formatNumber(curvature.sharpness)} here`;
  const limit = formula === null ? '' : `; it must stay below ${formula}`;
  const slow = trafficLight(view) === 'slow' ? slowness(view, safeRate(view) ?? NaN) : '';
  return [`${sharpness}${limit}.`, caution, slow].filter(Boolean).join(' ');
}

function moreOfSaddle({ curvature }: LaneView): string {
  if (!curvature || !(curvature.negative > 0)) return '';
  const { negative, eigenvalues, conditionNumber } = curvature;
  const many = negative === 1 ? '1 direction' : `${negative} directions`;
  return `A saddle: along ${many} of ${eigenvalues.length} the loss curves downwards. A picture shows two directions alone, so it may look like a bowl. The κ of ${formatFactor(conditionNumber)} compares only how strongly it curves.`;
}

/** How often the condition number may exceed the ratio along the two weights before it is worth a word. */
const visiblyMore = 1.5;

/** Of one neuron: why the number is larger than what its inputs' scales alone would make it. */
function moreOfNeuron(view: LaneView): string {
  const { curvature, lane } = view;
  if (!curvature || !isBowl(view)) return '';
  const [first, second] = linearModel(lane.samples.inputs).alongWeights;
  const ratio = Math.max(first / second, second / first);
  return curvature.conditionNumber > visiblyMore * ratio
    ? 'Here it is larger than between the two weights alone: it counts the bias too, and directions that mix all three.'
    : '';
}

export const readouts: readonly Readout[] = [
  {
    id: 'loss',
    label: 'loss',
    hint: 'The mean loss over all samples after the last step.',
    value: (view) => view.lane.loss,
    text: (view) => tighten(formatReading(view.lane.loss)),
  },
  {
    id: 'condition-number',
    label: 'condition κ',
    hint: 'How many times more the loss curves along its steepest direction than along its flattest: 1 is a round bowl, a large number a narrow valley, along which gradient descent creeps. At a saddle it curves upwards one way and downwards another.',
    value: (view) => view.curvature?.conditionNumber ?? null,
    text: (view) => {
      const { curvature } = view;
      if (!curvature) return '—';
      // At a saddle the number tells nothing of a valley.
      if (curvature.negative > 0) return 'a saddle';
      return tighten(formatFactor(curvature.conditionNumber, formatReading));
    },
    more: (view) => moreOfSaddle(view) || moreOfNeuron(view),
  },
  {
    id: 'safe-rate',
    label: 'largest safe rate',
    hint: 'With a larger learning rate steps grow along the steepest direction here. It is 2/λmax for gradient descent, and more with momentum; λmax, the sharpness, is how strongly the loss curves along that direction. Optimizers that give each weight a rate of its own have no such limit.',
    value: (view) => safeRate(view),
    text: rateWords,
    more: moreOfRate,
    mood: (view) => {
      const light = trafficLight(view);
      // No praise for what may lead nowhere: at a saddle, or on a plateau, a safe rate is no promise.
      const isPromise = isBowl(view) || view.lane.stepsToTarget !== null;
      return light === null || light === 'slow' || (light === 'good' && !isPromise) ? '' : light;
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
