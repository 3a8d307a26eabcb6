// One update of one parameter with its numbers: the optimizer's own formula, evaluated line by line.
import { evaluateTokens, parseFormula } from './formula.ts';
import type { Optimizer, OptimizerSettings } from './optimizer.ts';

/** A letter of the formula and what it stands for. */
export interface Term {
  readonly symbol: string;
  readonly meaning: string;
  /** Before the step. */
  readonly value: number;
}

export interface ExplainedStatement {
  readonly target: string;
  /** The expression as it is written, piece by piece. */
  readonly tokens: readonly string[];
  /** The value of each piece that is a letter or a number; null for signs, brackets and `sqrt`. */
  readonly values: readonly (number | null)[];
  readonly result: number;
}

export interface Explanation {
  readonly terms: readonly Term[];
  readonly statements: readonly ExplainedStatement[];
  /** What the optimizer remembers of this parameter after the step, slot by slot. */
  readonly memory: readonly number[];
  /** The parameter after the step. */
  readonly theta: number;
}

export interface UpdateInputs {
  readonly theta: number;
  /** As the optimizer gets it: clipped, and with weight decay that is added to it. */
  readonly gradient: number;
  /** What it remembers of the parameter before the step, slot by slot. */
  readonly memory: readonly number[];
  /** 1 for the first step. */
  readonly iteration: number;
  readonly settings: OptimizerSettings;
}

/** @throws {RangeError} where the optimizer's formula has a letter that it does not explain */
export function explainUpdate(optimizer: Optimizer, inputs: UpdateInputs): Explanation {
  const { theta, gradient, memory, iteration, settings } = inputs;
  const { symbols, knobs, formula } = optimizer;
  const knob = (symbol: string, id: string): Term => {
    const known = knobs.find((candidate) => candidate.id === id);
    if (!known) throw new RangeError(`unknown knob: ${id} (of ${optimizer.id})`);
    return { symbol, meaning: known.label, value: settings[id] ?? known.initial };
  };
  const all: Term[] = [
    { symbol: 'theta', meaning: 'the weight', value: theta },
    { symbol: 'g', meaning: 'its gradient', value: gradient },
    ...symbols.memory.map(({ symbol, meaning }, k) => ({ symbol, meaning, value: memory[k] })),
    { symbol: 'rate', meaning: 'learning rate', value: settings.learningRate },
    { symbol: 't', meaning: 'number of the step', value: iteration },
    ...Object.entries(symbols.knobs).map(([symbol, id]) => knob(symbol, id)),
  ];
  const values = new Map(all.map(({ symbol, value }) => [symbol, value]));
  const used = new Set<string>();
  const statements = parseFormula(formula).map(({ target, tokens }): ExplainedStatement => {
    for (const token of tokens) used.add(token);
    const result = evaluateTokens(tokens, values);
    const pieces = tokens.map((token) =>
      /^\d/.test(token) ? Number(token) : (values.get(token) ?? null),
    );
    values.set(target, result);
    return { target, tokens, values: pieces, result };
  });
  return {
    terms: all.filter(({ symbol }) => used.has(symbol)),
    statements,
    memory: symbols.memory.map(({ symbol }) => values.get(symbol) ?? NaN),
    theta: values.get('theta') ?? NaN,
  };
}
