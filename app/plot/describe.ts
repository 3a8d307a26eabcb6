// What a plot shows, in sentences, for readers who do not see it.
import { formatFactor, formatNumber } from '../../src/index.ts';
import type { Window } from './plot-frame.ts';

export interface ContourFacts {
  readonly label: string;
  readonly titles: readonly [string, string];
  readonly iteration: number;
  readonly loss: number | null;
  readonly position: readonly [number, number] | null;
  readonly minimum: readonly [number, number] | null;
  readonly window: Window;
  /** Weights in all; null before the plane is known. */
  readonly weights: number | null;
  /** Null where it is not known, and at a saddle. */
  readonly conditionNumber: number | null;
  readonly isSaddle: boolean;
  /** Columns and rows of losses that the picture is drawn of; null before there are any. */
  readonly grid: readonly [number, number] | null;
  readonly status: string;
}

/** How fine a surface is: coarse while it moves, finer at rest. */
export const gridWords = ([columns, rows]: readonly [number, number]) =>
  `The surface is computed at ${columns} × ${rows} points.`;

/** In place of a condition number, which tells nothing of a valley there. */
export const saddleSentence =
  'Among all parameters it stands at a saddle: along some directions the loss curves downwards.';

export function describeContour(facts: ContourFacts): string {
  const { label, titles, position, minimum, conditionNumber, status } = facts;
  const place = ([u, v]: readonly [number, number]) =>
    `${titles[0]} ${formatNumber(u)}, ${titles[1]} ${formatNumber(v)}`;
  const sentences = [
    `${label}: loss ${formatNumber(facts.loss)} after ${steps(facts.iteration)}` +
      (status === 'diverged' ? ', diverged.' : '.'),
  ];
  const sliced = facts.weights !== null && facts.weights > 2;
  if (facts.weights !== null && sliced) {
    const others = facts.weights - 2;
    sentences.push(
      `A slice along 2 of ${facts.weights} parameters: ${others === 1 ? 'the other one is' : `the other ${others} are`} not varied in it.`,
    );
  }
  if (position) {
    const inside = within(position, facts.window) ? '' : ', outside the window';
    sentences.push(`Now at ${place(position)}${inside}.`);
  }
  if (minimum) {
    const shown = within(minimum, facts.window)
      ? 'marked by a white cross'
      : 'outside the window, where an arrow points';
    // Far outside the window a distance says nothing of the valley.
    const away =
      position && within(position, facts.window)
        ? `, ${formatNumber(Math.hypot(minimum[0] - position[0], minimum[1] - position[1]))} off in units of the weights`
        : '';
    sentences.push(
      `The least loss of this ${sliced ? 'slice' : 'plane'} is at ${place(minimum)}, ${shown}${away}.`,
    );
  }
  if (facts.isSaddle) sentences.push(saddleSentence);
  if (conditionNumber !== null) {
    sentences.push(`Condition number ${formatFactor(conditionNumber)}.`);
  }
  if (facts.grid) sentences.push(gridWords(facts.grid));
  return sentences.join(' ');
}

/** Of a path that stands on another lane's surface: where it is, and its own loss. */
export function describePath({ label, titles, loss, position, window, status }: ContourFacts) {
  const end = status === 'diverged' ? ', diverged' : '';
  if (!position) return `${label}: loss ${formatNumber(loss)}${end}.`;
  const [u, v] = position.map((value) => formatNumber(value));
  const inside = within(position, window) ? '' : ', outside the window';
  return `${label}: loss ${formatNumber(loss)}${end}, now at ${titles[0]} ${u}, ${titles[1]} ${v}${inside}.`;
}

export interface LossFacts {
  readonly label: string;
  readonly first: number | null;
  readonly last: number | null;
  readonly status: string;
  readonly target: number;
  /** The first step at or below the target; null if there is none. */
  readonly reached: number | null;
}

export function describeLosses(iteration: number, lanes: readonly LossFacts[]): string {
  const sentences = lanes.map(({ label, first, last, status, target, reached }) => {
    const goal = `target ${formatNumber(target)} ${reached === null ? 'not reached' : `reached at step ${reached}`}`;
    const ending = status === 'diverged' ? 'diverged' : goal;
    return `${label}: from ${formatNumber(first)} to ${formatNumber(last)}, ${ending}.`;
  });
  return [`Loss on a logarithmic axis over ${steps(iteration)}.`, ...sentences].join(' ');
}

function steps(count: number): string {
  return count === 1 ? '1 step' : `${count} steps`;
}

function within([u, v]: readonly [number, number], window: Window): boolean {
  return u >= window[0] && u <= window[1] && v >= window[2] && v <= window[3];
}
