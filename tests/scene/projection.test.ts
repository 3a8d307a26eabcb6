// The camera's geometry for the labels agrees with the renderer's, and the box stays in the picture.
import { PerspectiveCamera, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { boxHeight } from '../../app/scene/box.ts';
import { limited, poseLimits } from '../../app/scene/orbit.ts';
import {
  createProjector,
  eyeOf,
  farPlane,
  halfView,
  nearPlane,
  target,
} from '../../app/scene/projection.ts';

const poses = [-170, -50, 0, 45, 90, 133].flatMap((azimuth) =>
  [5, 32, 60, 89].flatMap((elevation) =>
    [1.8, 3.2, 8].map((distance) => ({ azimuth, elevation, distance })),
  ),
);
const corners = [-1, 1].flatMap((x) =>
  [-1, 1].flatMap((y) => [0, boxHeight].map((z) => [x, y, z] as const)),
);

describe('the projection', () => {
  it('puts every corner of the box where the renderer’s camera puts it', () => {
    const [width, height] = [420, 260];
    for (const pose of poses) {
      const camera = new PerspectiveCamera(
        (2 * Math.atan(halfView(pose, width, height)) * 180) / Math.PI,
        width / height,
        nearPlane,
        farPlane,
      );
      camera.up.set(0, 0, 1);
      camera.position.set(...eyeOf(pose));
      camera.lookAt(...target);
      camera.updateMatrixWorld();
      const project = createProjector(pose, width, height);
      for (const corner of corners) {
        const clip = new Vector3(...corner).project(camera);
        const [x, y] = project(...corner);
        expect(x).toBeCloseTo(((clip.x + 1) * width) / 2, 6);
        expect(y).toBeCloseTo(((1 - clip.y) * height) / 2, 6);
        expect(Math.abs(clip.z)).toBeLessThan(1);
      }
    }
  });

  it('shows u to the right, v away and loss upwards at azimuth 0', () => {
    const project = createProjector({ azimuth: 0, elevation: 30, distance: 3 }, 400, 300);
    const [x, y] = project(0, 0, 0);
    expect(project(0.5, 0, 0)[0]).toBeGreaterThan(x);
    expect(project(0, 0.5, 0)[1]).toBeLessThan(y);
    expect(project(0, 0, 0.5)[1]).toBeLessThan(y);
  });

  it.each([
    [620, 300],
    [300, 250],
    [360, 260],
    [230, 230],
  ])('keeps the floor and the upright axis inside a slot of %i x %i at rest', (width, height) => {
    for (let azimuth = -180; azimuth < 180; azimuth += 15) {
      for (let elevation = 10; elevation <= poseLimits.elevation[1]; elevation += 8) {
        const project = createProjector(
          limited({ azimuth, elevation, distance: 3.2 }),
          width,
          height,
        );
        for (const [cornerX, cornerY] of corners) {
          const [x, y] = project(cornerX, cornerY, 0);
          expect(x).toBeGreaterThan(0);
          expect(x).toBeLessThan(width);
          expect(y).toBeGreaterThan(0);
          expect(y).toBeLessThan(height);
        }
      }
    }
  });
});
