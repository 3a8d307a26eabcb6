// The real speed of a run, and when it is worth saying.
import { expect, test } from 'vitest';
import { speedWords } from '../../app/controls/speed-words.ts';
import { createSpeedometer } from '../../app/session/speedometer.ts';

test('counts the steps of whole spans, and begins anew when the run does', () => {
  const speedometer = createSpeedometer();
  expect(speedometer.rate).toBeNull();
  for (let now = 0; now <= 3200; now += 20) speedometer.note(now, 3);
  expect(speedometer.rate).toBeCloseTo(150, 9);
  for (let now = 3220; now <= 6500; now += 20) speedometer.note(now, 1);
  expect(speedometer.rate).toBeCloseTo(50, 9);
  speedometer.restart();
  expect(speedometer.rate).toBeNull();
});

test('a speed that is nearly kept is not worth a word', () => {
  expect(speedWords(100, null)).toBe('');
  expect(speedWords(100, 97)).toBe('');
  expect(speedWords(100, 41.3)).toBe('only 41 steps/s');
});
