// A scene that goes on with another run: nothing of the run before may stay in it.
import { DataTexture } from 'three';
import { expect, test } from 'vitest';
import { createLaneDrawing } from '../../app/scene/lane-drawing.ts';
import type { Tokens } from '../../app/theme.ts';
import { laneOf } from './lanes.ts';

const pose = { azimuth: 30, elevation: 35, distance: 3 };
const path = [
  [0.5, 0.5, 1],
  [0.2, 0.1, 0.4],
] as const;

const tokens = {
  ...{ paper: '#ffffff', ink: '#000000', inkSoft: '#444444', rule: '#dddddd' },
  ...{ ruleStrong: '#888888', plotGround: '#eeeeee', casing: '#ffffff' },
  ...{ lanes: ['#ff0000', '#00ff00'], textFace: 'serif', monoFace: 'monospace' },
} satisfies Tokens;

test('another run has its own heights, path, marks and colour, though all versions are the same', () => {
  const first = laneOf((u, v) => u * u + v * v, [-1, 1, -1, 1], path);
  const longer = [...path, [0.1, 0, 0.2]] as const;
  const next = { ...laneOf((u, v) => 3 + u - v, [-2, 2, -2, 2], longer), index: 1 };
  const kept = createLaneDrawing(first);
  kept.update(pose, [0.5, 0.5]);
  kept.setColors(tokens);
  const { geometry } = kept.surface;
  kept.follow(next);
  expect(kept.update(pose, null)).toBe(true);
  expect(kept.update(pose, null)).toBe(false);

  const made = createLaneDrawing(next);
  made.update(pose, null);
  made.setColors(tokens);
  expect(kept.view).toBe(next);
  expect(kept.surface.heights).toEqual(made.surface.heights);
  for (const [name, { value }] of Object.entries(made.surface.material.uniforms)) {
    // Every mesh has textures of its own.
    if (value instanceof DataTexture) continue;
    expect(kept.surface.material.uniforms[name]?.value, name).toEqual(value);
  }
  expect(kept.path.segments.head).toEqual(made.path.segments.head);
  expect(kept.path.segments.drawn).toBe(made.path.segments.drawn);
  expect(kept.path.materials.core.paint).toEqual(made.path.materials.core.paint);
  // The grid is as fine as before, so it is the one that was there.
  expect(kept.surface.geometry).toBe(geometry);
});
