// Which edges of the box carry the axes, seen from the camera, and the lines that are drawn for them. Pure.
import type { LossScale } from '../../src/index.ts';
import type { CameraPose, LaneView } from '../session/types.ts';
import { hasRange, legendScale } from '../plot/legend-marks.ts';
import { boxCoordinate, boxElevation, boxHeight, type Window } from './box.ts';
import { linearTicks, lossTicks, type Ticks } from './ticks.ts';

/** Signs of the floor's near edges and the corner of the upright axis, all in box coordinates. */
export interface AxisEdges {
  /** The u axis runs along y = `uSide`. */
  readonly uSide: -1 | 1;
  /** The v axis runs along x = `vSide`. */
  readonly vSide: -1 | 1;
  /** The corner of the floor that appears farthest to the left. */
  readonly corner: readonly [number, number];
  /** The direction in the floor that points to the left on the screen. */
  readonly left: readonly [number, number];
  /** Whether the upright axis is drawn. */
  readonly upright: boolean;
}

/** The length of a tick mark in the box. */
export const tickLength = 0.05;

/** From higher up, the upright axis is too short to be read. */
const highestUpright = 64;

/** The floor's edges nearest to the camera, and the upright edge at the left of the picture. */
export function axisEdges(pose: CameraPose): AxisEdges {
  const azimuth = (pose.azimuth * Math.PI) / 180;
  const [sin, cos] = [Math.sin(azimuth), Math.cos(azimuth)];
  const uSide = cos >= 0 ? -1 : 1;
  const vSide = sin >= 0 ? 1 : -1;
  // Of the two corners at the sides of the picture, the one with the smaller coordinate to the right.
  const first = [-vSide, uSide] as const;
  const second = [vSide, -uSide] as const;
  const right = ([x, y]: readonly [number, number]) => x * cos + y * sin;
  return {
    uSide,
    vSide,
    corner: right(first) < right(second) ? first : second,
    left: [-cos, -sin],
    upright: pose.elevation <= highestUpright,
  };
}

/** Three to five places along each axis, in box coordinates. */
export interface AxisTicks {
  readonly u: { readonly places: readonly number[]; readonly ticks: Ticks };
  readonly v: { readonly places: readonly number[]; readonly ticks: Ticks };
  readonly loss: { readonly places: readonly number[]; readonly ticks: Ticks };
}

function placeTicks(
  window: Window,
  scale: LossScale,
  ticks: { readonly u: Ticks; readonly v: Ticks; readonly loss: Ticks },
): AxisTicks {
  const [uMin, uMax, vMin, vMax] = window;
  return {
    u: { ticks: ticks.u, places: ticks.u.values.map((u) => boxCoordinate(u, uMin, uMax)) },
    v: { ticks: ticks.v, places: ticks.v.values.map((v) => boxCoordinate(v, vMin, vMax)) },
    loss: { ticks: ticks.loss, places: ticks.loss.values.map((z) => boxElevation(z, scale)) },
  };
}

/** Calls `line` for every line of the axes: the floor's outline, the upright edge, the tick marks. */
export function axisLines(
  edges: AxisEdges,
  ticks: AxisTicks,
  line: (x0: number, y0: number, z0: number, x1: number, y1: number, z1: number) => void,
): void {
  const { uSide, vSide, corner, left, upright } = edges;
  line(-1, -1, 0, 1, -1, 0);
  line(1, -1, 0, 1, 1, 0);
  line(1, 1, 0, -1, 1, 0);
  line(-1, 1, 0, -1, -1, 0);
  for (const x of ticks.u.places) line(x, uSide, 0, x, uSide * (1 + tickLength), 0);
  for (const y of ticks.v.places) line(vSide, y, 0, vSide * (1 + tickLength), y, 0);
  if (!upright) return;
  line(corner[0], corner[1], 0, corner[0], corner[1], boxHeight);
  for (const z of ticks.loss.places) {
    const [x, y] = corner;
    line(x, y, z, x + left[0] * tickLength, y + left[1] * tickLength, z);
  }
}

/** Where no loss is finite. */
const noTicks: Ticks = { values: [], texts: [], ends: ['', ''] };

/** Ticks of windows and scales that are still in use: a frame asks for the same ones in several places. */
const floorTicks = new WeakMap<Window, { readonly u: Ticks; readonly v: Ticks }>();
const uprightTicks = new WeakMap<LossScale, Ticks>();

function recall<K extends object, V>(known: WeakMap<K, V>, key: K, make: () => V): V {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

/** The ticks of a lane's three axes, or null before its first surface. */
export function laneTicks(view: Pick<LaneView, 'window' | 'scale' | 'surface'>): AxisTicks | null {
  const { window, scale } = view;
  if (!scale) return null;
  const floor = recall(floorTicks, window, () => ({
    u: linearTicks(window[0], window[1]),
    v: linearTicks(window[2], window[3]),
  }));
  const loss = recall(uprightTicks, scale, () => {
    const written = legendScale(view) ?? scale;
    return hasRange(written) ? lossTicks(scale) : noTicks;
  });
  return placeTicks(window, scale, { ...floor, loss });
}
