// Lanes that paint in turns: every lane in one of two frames that follow each other, and in every frame where they are slow.
import { expect, test } from 'vitest';
import { isTextTurnOf, isTurnOf } from '../../app/plot/painting-turns.ts';
import { frames } from '../../app/session/clock.ts';
import type { FigureSession } from '../../app/session/types.ts';

const turns = (count: number, apart: number) => {
  Object.assign(frames, { count, apart });
  return [0, 1, 2, 3].map(isTurnOf);
};

test('of neighbouring lanes one paints in a frame, and the other in the next', () => {
  const now = turns(6, 16.7);
  expect(now).toEqual([true, false, true, false]);
  expect(turns(7, 16.7)).toEqual(now.map((isTurn) => !isTurn));
});

test('where frames are slow, or this is the first, nobody waits', () => {
  for (const apart of [40, Infinity]) {
    for (const count of [6, 7]) expect(turns(count, apart)).toEqual([true, true, true, true]);
  }
});

const textTurns = (status: string, place: number) => {
  const session = { store: { getState: () => ({ status }) } } as unknown as FigureSession;
  return Array.from({ length: 8 }, (_, count) => {
    frames.count = count;
    return isTextTurnOf(session, place);
  });
};

test('while lanes train a text changes in every fourth frame, and its neighbour in another one', () => {
  const [first, second] = [0, 1].map((place) => textTurns('running', place));
  expect(first?.filter(Boolean).length).toBe(2);
  expect(second?.filter(Boolean).length).toBe(2);
  expect(first?.some((isTurn, count) => isTurn && second?.[count])).toBe(false);
});

test('while nothing trains texts change at once', () => {
  for (const status of ['idle', 'paused', 'done'])
    expect(textTurns(status, 1)).not.toContain(false);
});
