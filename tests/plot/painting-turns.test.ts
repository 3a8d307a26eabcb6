// Lanes that paint in turns: every lane in one of two frames that follow each other, and in every frame where they are slow.
import { expect, test } from 'vitest';
import { isTurnOf } from '../../app/plot/painting-turns.ts';
import { frames } from '../../app/session/clock.ts';

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
