// A scene that goes on with another run: nothing of the run before may stay in it.
import { DataTexture, Mesh } from 'three';
import { expect, test } from 'vitest';
import { createLaneDrawing } from '../../app/scene/lane-drawing.ts';
import { meshParts, refreshMeshes } from '../../app/scene/staged-lane.ts';
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

test('marks are told where the surface stands that may hide them, and are not cut by it', () => {
  const drawing = createLaneDrawing(laneOf((u, v) => u * u + v * v, [-1, 1, -1, 1], path));
  const { uniforms, depthTest } = drawing.markers.material;
  for (const name of ['heights', 'gridSize', 'scale', 'boxHeights', 'extent', 'pixel'])
    expect(uniforms[name], name).toBe(drawing.surface.material.uniforms[name]);
  expect(depthTest).toBe(false);
});

test('lines that there are none of are not given to the renderer', () => {
  const drawing = createLaneDrawing(laneOf((u, v) => u * u + v * v, [-1, 1, -1, 1], path));
  const parts = meshParts(drawing);
  const meshes = parts.map(() => new Mesh());
  const shown = () => {
    drawing.update(pose, null);
    refreshMeshes(meshes, parts);
    return parts.filter((_, k) => meshes[k]?.visible).map(({ material }) => material);
  };
  const { dropCasing, drop, beyond, core } = drawing.path.materials;
  const all = [drawing.surface.material, core.material, drop.material, dropCasing.material];
  // The path begins above the surface, whose height there is 0.5, and stays inside the window.
  expect(shown()).toEqual(expect.arrayContaining(all));
  expect(shown()).not.toContain(beyond.material);
  const leaving = [
    [0.5, 0.5, 0.5],
    [1.5, 0.5, 2.5],
  ] as const;
  drawing.follow(laneOf((u, v) => u * u + v * v, [-1, 1, -1, 1], leaving));
  expect(shown()).toContain(beyond.material);
  expect(shown()).not.toContain(drop.material);
});
