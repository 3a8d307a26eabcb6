// Turning and zooming the camera.
import { describe, expect, it } from 'vitest';
import {
  dragged,
  limited,
  moved,
  moveForKey,
  poseLimits,
  turned,
  zoomed,
} from '../../app/scene/orbit.ts';

const pose = { azimuth: -50, elevation: 32, distance: 3.2 };

describe('the orbit', () => {
  it('wraps the azimuth and keeps the rest within its limits', () => {
    expect(limited({ azimuth: 190, elevation: 120, distance: 0 })).toEqual({
      azimuth: -170,
      elevation: poseLimits.elevation[1],
      distance: poseLimits.distance[0],
    });
    expect(limited({ azimuth: -540, elevation: -3, distance: 99 })).toEqual({
      azimuth: -180,
      elevation: poseLimits.elevation[0],
      distance: poseLimits.distance[1],
    });
  });

  it('is back where it was after a whole turn', () => {
    let turning = pose;
    for (let k = 0; k < 36; k++) turning = turned(turning, 10, 0);
    expect(turning.azimuth).toBeCloseTo(pose.azimuth, 9);
  });

  it('undoes zooming in by zooming out', () => {
    expect(zoomed(zoomed(pose, 0.8), 1 / 0.8).distance).toBeCloseTo(pose.distance, 12);
  });

  it('lets the surface follow the pointer', () => {
    const after = dragged(pose, 20, 10);
    expect(after.azimuth).toBeLessThan(pose.azimuth);
    expect(after.elevation).toBeGreaterThan(pose.elevation);
    expect(dragged(after, -20, -10)).toEqual(pose);
  });

  it.each([
    ['ArrowLeft', 'ArrowRight'],
    ['ArrowUp', 'ArrowDown'],
    ['+', '-'],
  ])('takes %s back with %s', (there, back) => {
    const out = moveForKey(there);
    const home = moveForKey(back);
    if (!out || !home) throw new Error('unknown key');
    const away = moved(pose, out, pose);
    expect(away).not.toEqual(pose);
    const again = moved(away, home, pose);
    expect(again.azimuth).toBeCloseTo(pose.azimuth, 12);
    expect(again.elevation).toBeCloseTo(pose.elevation, 12);
    expect(again.distance).toBeCloseTo(pose.distance, 12);
  });

  it('resets to the experiment’s camera with Home and 0, and knows no other key', () => {
    const rest = { azimuth: 10, elevation: 20, distance: 3 };
    for (const key of ['Home', '0']) {
      const move = moveForKey(key);
      expect(move && moved(pose, move, rest)).toEqual(rest);
    }
    for (const key of ['Tab', 'Enter', 'a', ' ', 'Escape']) expect(moveForKey(key)).toBeUndefined();
  });
});
