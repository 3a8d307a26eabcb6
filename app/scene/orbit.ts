// The arithmetic of turning and zooming the one camera that all lanes share. Pure.
import type { CameraPose } from '../session/types.ts';

/** Degrees above the floor, and box sizes from its middle. */
export const poseLimits = { elevation: [5, 89], distance: [1.8, 8] } as const;

/** Degrees that one key press or one click on a button turns. */
export const turnStep = 10;
/** What one key press or one click on a button multiplies the distance by. */
export const zoomStep = 1.15;
/** Degrees that dragging over one CSS pixel turns. */
export const degreesPerPixel = 0.45;

const clamp = (value: number, [least, most]: readonly [number, number]) =>
  Math.min(most, Math.max(least, value));

/** The pose within its limits, the azimuth wrapped into [-180, 180). */
export function limited(pose: CameraPose): CameraPose {
  return {
    azimuth: ((((pose.azimuth + 180) % 360) + 360) % 360) - 180,
    elevation: clamp(pose.elevation, poseLimits.elevation),
    distance: clamp(pose.distance, poseLimits.distance),
  };
}

/** Moves the camera round the box by so many degrees: a positive azimuth to the right, a positive elevation up. */
export function turned(pose: CameraPose, azimuth: number, elevation: number): CameraPose {
  return limited({
    ...pose,
    azimuth: pose.azimuth + azimuth,
    elevation: pose.elevation + elevation,
  });
}

/** Multiplies the distance: below 1 comes nearer. */
export function zoomed(pose: CameraPose, factor: number): CameraPose {
  return limited({ ...pose, distance: pose.distance * factor });
}

/** The pose after dragging the surface by so many CSS pixels: it follows the pointer. */
export function dragged(pose: CameraPose, right: number, down: number): CameraPose {
  return turned(pose, -right * degreesPerPixel, down * degreesPerPixel);
}

export type CameraMove = 'left' | 'right' | 'higher' | 'lower' | 'nearer' | 'farther' | 'reset';

/** The pose after one of the moves that keys and buttons offer; `left` turns the surface to the left. */
export function moved(pose: CameraPose, move: CameraMove, rest: CameraPose): CameraPose {
  switch (move) {
    case 'left':
      return turned(pose, turnStep, 0);
    case 'right':
      return turned(pose, -turnStep, 0);
    case 'higher':
      return turned(pose, 0, turnStep);
    case 'lower':
      return turned(pose, 0, -turnStep);
    case 'nearer':
      return zoomed(pose, 1 / zoomStep);
    case 'farther':
      return zoomed(pose, zoomStep);
    case 'reset':
      return limited(rest);
  }
}

const movesByKey = new Map<string, CameraMove>([
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['ArrowUp', 'higher'],
  ['ArrowDown', 'lower'],
  ['+', 'nearer'],
  ['=', 'nearer'],
  ['-', 'farther'],
  ['_', 'farther'],
  ['Home', 'reset'],
  ['0', 'reset'],
]);

/** The move that a key (`KeyboardEvent.key`) stands for, or undefined. */
export function moveForKey(key: string): CameraMove | undefined {
  return movesByKey.get(key);
}
