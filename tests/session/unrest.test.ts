// Movements that follow each other soon are one, and rest is told once, after the last.
import { expect, test, vi } from 'vitest';
import { createUnrest } from '../../app/session/unrest.ts';

test('rest comes once, some time after the last of several movements', () => {
  vi.useFakeTimers();
  const onRest = vi.fn();
  const unrest = createUnrest(onRest, 100);
  expect(unrest.isMoving).toBe(false);
  for (let k = 0; k < 5; k++) {
    unrest.stir();
    vi.advanceTimersByTime(90);
    expect(unrest.isMoving).toBe(true);
  }
  expect(onRest).not.toHaveBeenCalled();
  vi.advanceTimersByTime(20);
  expect(onRest).toHaveBeenCalledTimes(1);
  expect(unrest.isMoving).toBe(false);
  unrest.stir();
  unrest.dispose();
  vi.advanceTimersByTime(1000);
  expect(onRest).toHaveBeenCalledTimes(1);
  vi.useRealTimers();
});
