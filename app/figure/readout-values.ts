// What the readouts say of a lane: the exact value, and the few words that are shown for it.
import { formatCount, formatFactor, formatReading, linearModel, tighten } from '../../src/index.ts';
import { moodOfRate, moreOfRate, rateWords, safeRate } from './safe-rate.ts';
import { isBowl } from './slowness.ts';
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
    mood: moodOfRate,
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
        ? `not in ${formatCount(iteration)}`
        : formatCount(stepsToTarget);
    },
    mood: (view) =>
      view.lane.status === 'diverged' ? 'bad' : view.lane.stepsToTarget === null ? '' : 'good',
  },
];
