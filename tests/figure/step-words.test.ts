// What the step inspector says of a step: where the loss went, and what the gradients teach.
import { describe, expect, it } from 'vitest';
import { stepLesson } from '../../app/figure/panels/step/step-lesson.ts';
import { stepSentence } from '../../app/figure/panels/step/step-rows.ts';
import { createLanes, explainStep, parseExperiment, type ExplainedStep } from '../../src/index.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const { settings } = parseExperiment('').experiment;

/** The first lane of a link after some steps. */
function stepOf(query: string, steps: number) {
  const [lane] = createLanes(parseExperiment(query).experiment);
  lane.step(steps);
  const step = explainStep(lane, ['W1[0][0]', 'W1[0][1]']);
  if (!step) throw new Error('no step');
  return { step, lesson: stepLesson(step, ['w1', 'w2'], lane.settings) };
}

describe('where the loss went', () => {
  const told = (lossBefore: number, lossAfter: number) =>
    plain(
      stepSentence(
        { iteration: 36, lossBefore, lossAfter, failed: false } as unknown as ExplainedStep,
        settings,
      ),
    );

  it('is said with digits enough to tell the two losses apart', () => {
    expect(told(0.1645, 0.1644)).toBe('Step 36: the loss fell from 0.1645 to 0.1644, by 1 × 10⁻⁴.');
    expect(told(0.00225312, 0.002253)).toBe(
      'Step 36: the loss fell from 0.0022531 to 0.002253, by 1.2 × 10⁻⁷.',
    );
    expect(told(1, 2)).toBe('Step 36: the loss rose from 1 to 2, by 1.');
  });

  it('is not said to lead from a number to itself', () => {
    expect(told(0.5, 0.5 - 1e-12)).toBe('Step 36: the loss fell by 1 × 10⁻¹² from 0.5.');
    expect(told(0.5, 0.5)).toBe('Step 36: the loss stayed at 0.5.');
  });
});

describe('the lesson of a step', () => {
  it('is that one rate does not suit weights with gradients of unlike size, in the run’s own numbers', () => {
    const { step, lesson } = stepOf('lanes=raw', 35);
    const [first, second] = step.parameters.map(({ gradient }) => Math.abs(gradient));
    const factor = Number(/is (\d+) times smaller/.exec(lesson)?.[1]);
    expect(Math.abs((factor * second) / first - 1)).toBeLessThan(0.05);
    expect(lesson).toMatch(
      /^The gradient of w2 is \d+ times smaller than that of w1: with one learning rate for both it hardly moves\.$/,
    );
    expect(stepOf('lanes=raw&x2=0:0.2', 3).lesson).toMatch(/for both it moves less\.$/);
  });

  it('is that one rate suits both where the gradients are alike', () => {
    expect(stepOf('lanes=raw&x2=0:1', 1).lesson).toBe(
      'Both gradients are about as large, so one learning rate suits both weights.',
    );
  });

  it('is another where the optimizer gives each weight a rate of its own', () => {
    expect(stepOf('lanes=raw&opt=adam', 1).lesson).toMatch(
      /times smaller than that of w1; Adam moves it (about as far all the same|no less for that)\.$/,
    );
  });

  it('is not drawn without a step, or from one that failed', () => {
    expect(stepLesson(null, ['w1', 'w2'], settings)).toBe('');
    const { step } = stepOf('lanes=raw', 1);
    expect(stepLesson({ ...step, failed: true }, ['w1', 'w2'], settings)).toBe('');
  });
});
