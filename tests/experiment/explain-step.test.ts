// The inspector's numbers: the formula that a reader is shown, evaluated with the numbers shown, gives the step that was taken.
import { describe, expect, test } from 'vitest';
import { explainStep, optimizers } from '../../src/index.ts';
import { evaluateTokens, parseFormula } from '../../src/optimizers/formula.ts';
import { lanesOf } from './lanes-of.ts';

const variants = [
  '',
  '&batch=7&clip=0.05',
  '&decay=0.3&schedule=cosine&period=30',
  '&bnnoise=0.5&batch=7',
];

describe.each([...optimizers.ids])('%s', (id) => {
  test.each(variants)('its formula reproduces every step%s', (variant) => {
    const lanes = lanesOf(
      `data=two-scales-curved&net=2&count=24&opt=${id}&lr=0.05&lanes=raw,standard%2Bbn${variant}`,
    );
    for (const lane of lanes) {
      expect(explainStep(lane, lane.objective.names)).toBeNull();
      for (const step of [1, 2, 3, 17, 5, 40]) {
        lane.seek(step);
        const explained = explainStep(lane, lane.objective.names);
        if (!explained) throw new Error('no step to explain');
        expect(explained.iteration).toBe(step);
        expect(explained.lossAfter).toBe(lane.loss);
        expect(explained.parameters).toHaveLength(lane.objective.size);
        explained.parameters.forEach((parameter, i) => {
          const scale = Math.abs(parameter.before) + Math.abs(parameter.after);
          expect(parameter.after).toBe(lane.theta[i]);
          expect(Math.abs(parameter.theta - parameter.after)).toBeLessThanOrEqual(1e-12 * scale);
          parameter.memory.forEach((value, slot) => {
            const kept = lane.memory[slot * lane.objective.size + i];
            expect(Math.abs(value - kept)).toBeLessThanOrEqual(1e-12 * Math.abs(kept));
          });
        });
        const squares = explained.parameters.reduce(
          (sum, { before, after }) => sum + (after - before) ** 2,
          0,
        );
        expect(explained.lengths.update).toBeCloseTo(Math.sqrt(squares), 12);
      }
    }
  });

  test('every letter of its formula is explained, and none is explained that it does not have', () => {
    const { formula, symbols, slots } = optimizers.get(id);
    const letters = new Set(
      parseFormula(formula).flatMap(({ target, tokens }) => [target, ...tokens]),
    );
    for (const { symbol } of symbols.memory) expect(letters).toContain(symbol);
    for (const symbol of Object.keys(symbols.knobs)) expect(letters).toContain(symbol);
    expect(symbols.memory).toHaveLength(slots);
  });
});

test('a step that led nowhere finite is told as such', () => {
  const [lane] = lanesOf('lanes=raw&x1=0:100&count=20');
  lane.step(1000);
  const explained = explainStep(lane, ['W1[0][0]', 'nothing']);
  expect(explained?.failed).toBe(true);
  expect(explained?.iteration).toBe(lane.divergedAt);
  expect(explained?.parameters.map(({ name }) => name)).toEqual(['W1[0][0]']);
});

describe('formulas', () => {
  const value = (text: string, values: Record<string, number> = {}) => {
    const [{ tokens }] = parseFormula(`x = ${text}`);
    return evaluateTokens(tokens, new Map(Object.entries(values)));
  };

  test.each([
    ['2 + 3 * 4', 14],
    ['(2 + 3) * 4', 20],
    ['12 / 3 / 2', 2],
    ['7 - 2 - 1', 4],
    ['2 ^ 3 ^ 2', 512],
    ['-2 ^ 2', -4],
    ['2 * -3', -6],
    ['sqrt(9) + 1', 4],
    ['a / (sqrt(b) + c)', 2],
  ])('%s is %d', (text, expected) => {
    expect(value(text, { a: 10, b: 16, c: 1 })).toBe(expected);
  });

  test.each(['2 +', '(2', '2 3', 'q + 1', 'sqrt 4'])('refuses %s', (text) => {
    expect(() => value(text)).toThrow(RangeError);
  });

  test('refuses what is no statement', () => {
    expect(() => parseFormula('theta - rate')).toThrow(/unreadable statement/);
    expect(() => parseFormula('theta = a ? b')).toThrow(/unreadable expression/);
  });
});
