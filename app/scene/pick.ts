// Which point of the surface lies under the pointer: the ray from the camera against the heights. Pure.
import type { CameraPose, LaneView } from '../session/types.ts';
import { boxElevation, boxTop } from './box.ts';
import { surfaceLoss } from './heights.ts';
import { createRay } from './projection.ts';

/** Steps along the ray inside the box, and halvings of the step that goes through the surface. */
const steps = 96;
const halvings = 12;

/**
 * Slice coordinates of the surface's first point under a place in the slot, or null beside the surface.
 *
 * @param place CSS pixels from the slot's upper left corner
 */
export function pickSurface(
  view: LaneView,
  pose: CameraPose,
  size: readonly [number, number],
  place: readonly [number, number],
): [number, number] | null {
  const { surface, scale, window } = view;
  if (!surface || !scale) return null;
  const [uMin, uMax, vMin, vMax] = window;
  const { eye, direction } = createRay(pose, size[0], size[1], place[0], place[1]);
  const at = (t: number) =>
    [eye[0] + t * direction[0], eye[1] + t * direction[1], eye[2] + t * direction[2]] as const;
  const toSlice = (x: number, y: number) =>
    [uMin + ((x + 1) / 2) * (uMax - uMin), vMin + ((y + 1) / 2) * (vMax - vMin)] as const;
  /** How far the ray is above the surface; NaN beside it. */
  const clearance = (t: number) => {
    const [x, y, z] = at(t);
    const [u, v] = toSlice(x, y);
    const loss = surfaceLoss(surface, u, v);
    if (Number.isNaN(loss) || Math.abs(x) > 1 || Math.abs(y) > 1) return NaN;
    return z - Math.min(boxTop, boxElevation(loss, scale));
  };
  // The box lies within this distance of its middle, and the ray is of unit length.
  const middle = -(eye[0] * direction[0] + eye[1] * direction[1] + eye[2] * direction[2]);
  const [from, to] = [middle - 2, middle + 2];
  let before = NaN;
  for (let k = 0; k <= steps; k++) {
    const t = from + ((to - from) * k) / steps;
    const here = clearance(t);
    if (before * here <= 0) {
      let [near, far] = [t - (to - from) / steps, t];
      for (let n = 0; n < halvings; n++) {
        const half = (near + far) / 2;
        if (before * clearance(half) <= 0) far = half;
        else near = half;
      }
      const [x, y] = at(far);
      return [...toSlice(x, y)];
    }
    before = here;
  }
  return null;
}
