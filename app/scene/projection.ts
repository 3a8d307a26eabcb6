// Where a point of the box appears in a slot: the camera's geometry without the renderer, for labels and tests. Pure.
import type { CameraPose } from '../session/types.ts';

/** The edge of the box's floor: poses measure distance in it. */
const boxSize = 2;
/** What the camera looks at: the middle of the box, a little below half height so that the axes fit as well. */
export const target = [0, 0, 0.22] as const;
/** Half the field of view at rest, as a tangent, is at least this in the width between the labels. */
const halfWidth = 0.24;
/** What the tangent is made of in the height: the box appears taller from above. */
const depthShare = 0.243;
const heightShare = 0.081;
const leastHalfHeight = 0.15;
/** CSS pixels at both sides together that the labels need beside the box. */
const labelRoom = 64;

export const nearPlane = 0.5;
export const farPlane = 30;

/** The tangent of half the vertical field of view, so that at rest the box just fits, at any tilt and slot. */
export function halfView({ elevation }: CameraPose, width: number, height: number): number {
  const angle = (elevation * Math.PI) / 180;
  const upright = depthShare * Math.sin(angle) + heightShare * Math.cos(angle);
  const across = (halfWidth * height) / Math.max(width - labelRoom, width / 2);
  return Math.max(leastHalfHeight, upright, across);
}

/** The place of the camera in box coordinates. At azimuth 0 it looks along +v, with u to the right. */
export function eyeOf(pose: CameraPose): [number, number, number] {
  const azimuth = (pose.azimuth * Math.PI) / 180;
  const elevation = (pose.elevation * Math.PI) / 180;
  const distance = boxSize * pose.distance;
  return [
    target[0] + distance * Math.cos(elevation) * Math.sin(azimuth),
    target[1] - distance * Math.cos(elevation) * Math.cos(azimuth),
    target[2] + distance * Math.sin(elevation),
  ];
}

/** Box coordinates to CSS pixels of the slot, y downwards. */
export type Projector = (x: number, y: number, z: number) => [number, number];

/** @param width, height of the slot in CSS pixels, above 0 */
export function createProjector(pose: CameraPose, width: number, height: number): Projector {
  const azimuth = (pose.azimuth * Math.PI) / 180;
  const elevation = (pose.elevation * Math.PI) / 180;
  const [eyeX, eyeY, eyeZ] = eyeOf(pose);
  const [sinA, cosA] = [Math.sin(azimuth), Math.cos(azimuth)];
  const [sinE, cosE] = [Math.sin(elevation), Math.cos(elevation)];
  const pixels = height / 2 / halfView(pose, width, height);
  return (x, y, z) => {
    const [dx, dy, dz] = [x - eyeX, y - eyeY, z - eyeZ];
    const right = dx * cosA + dy * sinA;
    const up = -dx * sinE * sinA + dy * sinE * cosA + dz * cosE;
    const depth = -dx * cosE * sinA + dy * cosE * cosA - dz * sinE;
    return [width / 2 + (pixels * right) / depth, height / 2 - (pixels * up) / depth];
  };
}

/** The ray of unit length from the camera through a CSS pixel of the slot. */
export function createRay(pose: CameraPose, width: number, height: number, x: number, y: number) {
  const azimuth = (pose.azimuth * Math.PI) / 180;
  const elevation = (pose.elevation * Math.PI) / 180;
  const [sinA, cosA] = [Math.sin(azimuth), Math.cos(azimuth)];
  const [sinE, cosE] = [Math.sin(elevation), Math.cos(elevation)];
  const tangent = halfView(pose, width, height);
  const right = ((x - width / 2) / (height / 2)) * tangent;
  const up = ((height / 2 - y) / (height / 2)) * tangent;
  const length = Math.hypot(1, right, up);
  const direction = [
    (-cosE * sinA + right * cosA - up * sinE * sinA) / length,
    (cosE * cosA + right * sinA + up * sinE * cosA) / length,
    (-sinE + up * cosE) / length,
  ] as const;
  return { eye: eyeOf(pose), direction };
}
