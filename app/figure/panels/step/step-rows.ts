// The numbers of a step as rows of a table, and its formula with the numbers put in.
import {
  formatApart,
  formatNumber,
  formatReading,
  optimizers,
  tighten,
  type ExplainedParameter,
  type ExplainedStatement,
  type ExplainedStep,
  type Settings,
  formatCount,
} from '../../../../src/index.ts';

/** Digits of every number in the table and in the formulas. */
const digits = 4;
/** Of two losses that would read alike with fewer. */
const mostDigits = 8;

export interface StepRow {
  readonly id: string;
  readonly label: string;
  /** Of one parameter. */
  of(parameter: ExplainedParameter, step: ExplainedStep): number;
  /** The length over all parameters; NaN where there is none. */
  all(step: ExplainedStep): number;
}

/** What an optimizer's step is made of, from the gradient to the new weight. */
export function stepRows({ optimizer, clip, decay }: Settings): StepRow[] {
  const { symbols, decoupledDecay } = optimizers.get(optimizer);
  const isAdded = decay !== 'auto' && decay > 0 && decoupledDecay !== true;
  const changes = [...(clip > 0 ? ['clipped'] : []), ...(isAdded ? ['with decay'] : [])];
  const memory = symbols.memory.flatMap(({ symbol, meaning }, slot): StepRow[] => [
    {
      id: `${symbol}-before`,
      label: `${symbol}, ${meaning}, before`,
      of: ({ memoryBefore }) => memoryBefore[slot] ?? Number.NaN,
      all: ({ lengths }) => lengths.memory[slot]?.[0] ?? Number.NaN,
    },
    {
      id: `${symbol}-after`,
      label: `${symbol} after`,
      of: (parameter) => parameter.memory[slot] ?? Number.NaN,
      all: ({ lengths }) => lengths.memory[slot]?.[1] ?? Number.NaN,
    },
  ]);
  return [
    {
      id: 'before',
      label: 'weight before',
      of: ({ before }) => before,
      all: ({ lengths }) => lengths.before,
    },
    {
      id: 'gradient',
      label: changes.length > 0 ? 'gradient' : 'g, gradient',
      of: ({ gradient }) => gradient,
      all: ({ lengths }) => lengths.gradient,
    },
    ...(changes.length > 0
      ? [
          {
            id: 'used-gradient',
            label: `g, ${changes.join(', ')}`,
            of: ({ usedGradient }: ExplainedParameter) => usedGradient,
            all: ({ lengths }: ExplainedStep) => lengths.usedGradient,
          },
        ]
      : []),
    ...memory,
    {
      id: 'rate',
      label: 'learning rate',
      of: (_, { rate }) => rate,
      all: () => Number.NaN,
    },
    {
      id: 'update',
      label: 'update',
      of: ({ before, after }) => after - before,
      all: ({ lengths }) => lengths.update,
    },
    {
      id: 'after',
      label: 'weight after',
      of: ({ after }) => after,
      all: ({ lengths }) => lengths.after,
    },
  ];
}

export const stepNumber = (value: number): string => tighten(formatReading(value, digits));

const letters: Readonly<Record<string, string>> = {
  theta: 'θ',
  mu: 'μ',
  alpha: 'α',
  eps: 'ε',
  b1: 'β₁',
  b2: 'β₂',
  sqrt: '√',
  '*': '·',
  '-': '−',
};

const letter = (token: string) => letters[token] ?? token;

/** Signs stand apart, but for powers, brackets and roots. */
const joined = (pieces: readonly string[]) =>
  pieces
    .join(' ')
    .replace(/ ?\^ ?/g, '^')
    .replace(/\( /g, '(')
    .replace(/ \)/g, ')')
    .replace(/√ /g, '√');

/** `v ← μ · v + g`: a number takes the place of another. */
export function formulaText({
  target,
  tokens,
}: Pick<ExplainedStatement, 'target' | 'tokens'>): string {
  return `${letter(target)} ← ${joined(tokens.map(letter))}`;
}

/** `0.9 · 0.1 + (−0.02) = 0.07` */
export function substitutedText({ tokens, values, result }: ExplainedStatement): string {
  const pieces = tokens.map((token, k) => {
    const value = values[k];
    if (value === null || value === undefined) return letter(token);
    const text = formatNumber(value, digits);
    return value < 0 || text.includes('×') ? `(${text})` : text;
  });
  return `${joined(pieces)} = ${formatNumber(result, digits)}`;
}

/** What the step did to the loss, and what may seem odd about its numbers. */
export function stepSentence(step: ExplainedStep | null, settings: Settings): string {
  if (!step) return 'No step yet: play, or take one, and its numbers stand here.';
  const { iteration, lossBefore, lossAfter, failed } = step;
  const number = formatCount(iteration);
  if (failed) {
    return `Step ${number} led from loss ${formatNumber(lossBefore, digits)} to numbers that are not finite, and was taken back.`;
  }
  const change = lossAfter - lossBefore;
  const turn = change < 0 ? 'fell' : 'rose';
  const by = formatNumber(Math.abs(change), 2);
  const [from, to] = formatApart([lossBefore, lossAfter], digits, mostDigits);
  // Two numbers that read alike have not visibly changed, whatever their difference.
  const told =
    change === 0
      ? `stayed at ${from}`
      : from === to
        ? `${turn} by ${by} from ${from}`
        : `${turn} from ${from} to ${to}, by ${by}`;
  const batch =
    settings.batch > 0
      ? ' The gradient is that of its mini-batch, the loss that of all samples.'
      : '';
  const stored =
    settings.precision === 'float64'
      ? ''
      : ` Weights are stored as ${settings.precision}: the update is what was left after rounding.`;
  return `Step ${number}: the loss ${told}.${batch}${stored}`;
}
