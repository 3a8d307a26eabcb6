import { describe, expect, it } from 'vitest';
import { createPacer, takeWithin } from '../../app/session/pacer.ts';

describe('the pacer', () => {
  it('pays out the speed over time, carrying fractions', () => {
    const pacer = createPacer();
    let taken = pacer.due(0, 10);
    for (let frame = 1; frame <= 600; frame++) taken += pacer.due((frame * 1000) / 60, 10);
    // Ten seconds at ten steps a second; the last fraction may still be owed.
    expect(taken).toBeGreaterThanOrEqual(99);
    expect(taken).toBeLessThanOrEqual(100);
  });

  it('takes a long gap for one ordinary frame, so that a returning tab brings no burst', () => {
    const pacer = createPacer();
    pacer.due(0, 1000);
    expect(pacer.due(60_000, 1000)).toBeLessThanOrEqual(16);
  });

  it('keeps its pace through slow frames, up to a quarter of a second each', () => {
    const pacer = createPacer();
    pacer.due(0, 100);
    expect(pacer.due(200, 100)).toBe(20);
    expect(pacer.due(900, 100)).toBe(25);
  });

  it('owes nothing for the time before it was restarted', () => {
    const pacer = createPacer();
    pacer.due(0, 100);
    pacer.restart();
    expect(pacer.due(200, 100)).toBe(0);
    expect(pacer.due(300, 100)).toBe(10);
  });

  it('forgets what a frame had no time for', () => {
    const pacer = createPacer();
    pacer.due(0, 15);
    pacer.due(100, 15);
    pacer.forgive();
    expect(pacer.due(150, 15)).toBe(0);
  });
});

describe('taking steps within a budget', () => {
  /** A clock that each step moves on by `cost` milliseconds. */
  const simulate = (cost: number, budget: number, steps: number) => {
    let now = 0;
    let advanced = 0;
    const taken = takeWithin(
      budget,
      steps,
      (count) => {
        advanced += count;
        now += count * cost;
      },
      () => now,
    );
    expect(taken).toBe(advanced);
    return { taken, spent: now };
  };

  it('takes all steps when there is time', () => {
    expect(simulate(0.001, 6, 500).taken).toBe(500);
    expect(simulate(0, 6, 100_000).taken).toBe(100_000);
  });

  it('stops at the budget, never by more than a step past it', () => {
    for (const cost of [0.01, 0.3, 1, 4]) {
      const { taken, spent } = simulate(cost, 6, 1_000_000);
      expect(taken).toBeGreaterThan(0);
      expect(spent).toBeLessThanOrEqual(6 + cost + 1e-9);
      expect(spent).toBeGreaterThan(2);
    }
  });

  it('takes one step even if that alone is over the budget', () => {
    expect(simulate(50, 6, 10).taken).toBe(1);
  });

  it('takes none when none is due', () => {
    expect(simulate(1, 6, 0).taken).toBe(0);
  });
});
