// A drag of the mouse, in the words that both ways of driving a browser have in common.
import type { Place } from './engine.ts';

export function dragActions([first, ...others]: readonly Place[]): object[] {
  const move = ({ x, y, after }: Place) => ({
    type: 'pointerMove',
    x: Math.round(x),
    y: Math.round(y),
    duration: after,
  });
  const press = [
    { type: 'pointerDown', button: 0 },
    ...others.map(move),
    { type: 'pointerUp', button: 0 },
  ];
  return [{ type: 'pointer', id: 'mouse', actions: [...(first ? [move(first)] : []), ...press] }];
}
