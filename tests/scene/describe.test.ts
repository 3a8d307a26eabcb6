// The words for a 3D view say what the numbers say; slots tell their listeners.
import { describe, expect, it } from 'vitest';
import { describeLane } from '../../app/scene/describe.ts';
import { createSlots } from '../../app/scene/slots.ts';
import { laneOf } from './lanes.ts';

const bowl = (u: number, v: number) => u * u + v * v;

describe('the description of a lane', () => {
  it('gives loss, place, condition number and minimum of the state', () => {
    const view = laneOf(
      bowl,
      [-1, 1, -1, 1],
      [
        [0.5, 0.5, 0.5],
        [0.25, -0.125, 0.078125],
      ],
    );
    const curvature = {
      eigenvalues: new Float64Array([1, 10_000]),
      conditionNumber: 10_000,
      sharpness: 10_000,
      maximumStableRate: 2e-4,
      negative: 0,
      flat: 0,
    };
    const text = describeLane({ ...view, curvature, minimum: [0, 40] }, 1);
    expect(text).toContain('Loss 0.0781 after 1 step.');
    expect(text).toContain('weight of x1 0.25 and weight of x2 −0.125.');
    expect(text).toContain('It started at loss 0.5.');
    expect(text).toContain('Condition number 10,000:');
    expect(text).toContain('100 times as long as it is wide');
    expect(text).toContain('weight of x2 40, outside the window.');
    // A saddle has no valley to be long or wide.
    const saddle = describeLane({ ...view, curvature: { ...curvature, negative: 1 } }, 1);
    expect(saddle).toContain('stands at a saddle');
    expect(saddle).not.toContain('valley');
  });

  it('says which points are above the picture', () => {
    const points = [
      [0.5, 0.5, 27],
      [0.25, -0.125, 0.078125],
    ] as const;
    const text = describeLane(laneOf(bowl, [-1, 1, -1, 1], points), 1);
    expect(text).toContain('It started at loss 27, above the picture.');
    expect(text).toContain('−0.125.');
  });

  it('says when the path has left the window, and never a number that is none', () => {
    const text = describeLane(laneOf(bowl, [-1, 1, -1, 1], [[3, 0, 9]]), 7);
    expect(text).toContain('after 7 steps');
    expect(text).toContain('outside the window');
    expect(describeLane(laneOf(bowl, [-1, 1, -1, 1], []), 0)).toBe(
      'The surface is being computed.',
    );
    const diverged = laneOf(
      bowl,
      [-1, 1, -1, 1],
      [
        [0, 0, 0],
        [NaN, NaN, Infinity],
      ],
    );
    expect(describeLane(diverged, 3)).not.toMatch(/NaN|Infinity/);
    expect(describeLane(diverged, 3)).toContain('after 3 steps the loss is not a finite number');
    // More than a float32 holds is still a number.
    const large = laneOf(bowl, [-1, 1, -1, 1], [[1e20, 0, 1e40]]);
    expect(describeLane(large, 1)).toMatch(/^Loss 1\s×\s10⁴⁰ after 1 step\./);
  });
});

describe('slots', () => {
  it('hold one element a lane, and forget only the element that leaves', () => {
    const slots = createSlots();
    const [first, second] = [{} as HTMLElement, {} as HTMLElement];
    const removeFirst = slots.attach('raw', first);
    const removeSecond = slots.attach('raw', second);
    removeFirst();
    expect(slots.elements.get('raw')).toBe(second);
    removeSecond();
    expect(slots.elements.size).toBe(0);
  });

  it('tell listeners of every change, once, until they leave', () => {
    const slots = createSlots();
    let told = 0;
    const leave = slots.subscribe(() => told++);
    slots.setStatus('drawing');
    slots.setStatus('drawing');
    expect(told).toBe(1);
    slots.restart();
    expect([slots.status, slots.attempt, told]).toEqual(['waiting', 1, 2]);
    leave();
    slots.setStatus('lost');
    expect(told).toBe(2);
  });
});
