// What the gradients of a step teach, in a sentence: whether one learning rate suits both weights.
import {
  formatNumber,
  optimizers,
  stabilityRule,
  type ExplainedStep,
  type Settings,
  formatCount,
} from '../../../../src/index.ts';

/** Sizes that differ by less are alike. */
const alike = 2;
/** From this factor on the smaller one hardly matters beside the larger. */
const hardly = 10;

interface Moved {
  readonly label: string;
  readonly gradient: number;
  readonly update: number;
}

const many = (factor: number) =>
  factor < 1e6 ? formatCount(Number(factor.toPrecision(2))) : formatNumber(factor, 2);

/**
 * Of the first two weights that are inspected.
 *
 * @param labels of the step's parameters, in their order
 * @returns nothing where there is no step, or none that can be compared
 */
export function stepLesson(
  step: ExplainedStep | null,
  labels: readonly string[],
  settings: Settings,
): string {
  if (!step || step.failed) return '';
  const weights = step.parameters.slice(0, 2).map(({ gradient, before, after }, k): Moved => ({
    label: labels[k] ?? '',
    gradient: Math.abs(gradient),
    update: Math.abs(after - before),
  }));
  const [less, more] = weights.toSorted((a, b) => a.gradient - b.gradient);
  if (!less || !more || !(more.gradient > 0)) return '';
  if (less.gradient === 0)
    return `The gradient of ${less.label} is 0: it says nothing of where to move it.`;
  const factor = more.gradient / less.gradient;
  if (factor < alike)
    return 'Both gradients are about as large, so one learning rate suits both weights.';
  const start = `The gradient of ${less.label} is ${many(factor)} times smaller than that of ${more.label}`;
  if (stabilityRule(settings).factor === null) return `${start}; ${ownRates(less, more, settings)}`;
  return factor < hardly
    ? `${start}: with one learning rate for both it moves less.`
    : `${start}: with one learning rate for both it hardly moves.`;
}

/** Optimizers that give each weight a rate of its own. */
function ownRates(less: Moved, more: Moved, { optimizer }: Settings): string {
  const name = optimizers.get(optimizer).label;
  if (less.update >= more.update) return `${name} moves it no less for that.`;
  const rest = more.update / less.update;
  return rest < alike
    ? `${name} moves it about as far all the same.`
    : `${name} moves it ${many(rest)} times less far.`;
}
