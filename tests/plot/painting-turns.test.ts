// Lanes that paint in turns: every lane in one of two frames that follow each other, and in every frame where they are slow.
import { expect, test } from 'vitest';
import { isTurnOf, takeTextTurn } from '../../app/plot/painting-turns.ts';
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
  let asked = 0;
  const session = { store: { getState: () => ({ status }) }, invalidate: () => asked++ };
  const turns = Array.from({ length: 8 }, (_, count) => {
    frames.count = count;
    return takeTextTurn(session as unknown as FigureSession, place);
  });
  return { turns, asked };
};

test('while lanes train a text changes in every fourth frame, and its neighbour in another one', () => {
  const [first, second] = [0, 1].map((place) => textTurns('running', place).turns);
  expect(first?.filter(Boolean).length).toBe(2);
  expect(second?.filter(Boolean).length).toBe(2);
  expect(first?.some((isTurn, count) => isTurn && second?.[count])).toBe(false);
});

test('a text that waits asks for the next frame, so that it is written even if nothing else moves', () => {
  expect(textTurns('running', 0).asked).toBe(6);
});

test('while nothing trains texts change at once', () => {
  for (const status of ['idle', 'paused', 'done'])
    expect(textTurns(status, 1)).toEqual({ turns: Array(8).fill(true), asked: 0 });
});
