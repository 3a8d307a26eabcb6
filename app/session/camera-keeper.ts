// The camera moves with the hand; once it has come to rest it belongs to the experiment, and so to the link.
import type { Experiment } from '../../src/index.ts';
import type { CameraPose } from './types.ts';

/** A camera that has stood still for this many milliseconds is at rest. */
const rest = 400;

export interface CameraKeeper {
  pose: CameraPose;
  /** Takes a pose from the hand. */
  move(pose: CameraPose): void;
  dispose(): void;
}

export const poseOf = ({ camera }: Experiment): CameraPose => ({
  azimuth: camera[0],
  elevation: camera[1],
  distance: camera[2],
});

/** @param keep called with the rounded pose, as an experiment holds it, when the camera has come to rest */
export function createCameraKeeper(
  initial: CameraPose,
  keep: (camera: Experiment['camera']) => void,
): CameraKeeper {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keeper: CameraKeeper = {
    pose: initial,
    move(pose) {
      keeper.pose = pose;
      clearTimeout(timer);
      timer = setTimeout(() => {
        const { azimuth, elevation, distance } = keeper.pose;
        keep([
          Number(azimuth.toFixed(1)),
          Number(elevation.toFixed(1)),
          Number(distance.toFixed(2)),
        ]);
      }, rest);
    },
    dispose() {
      clearTimeout(timer);
    },
  };
  return keeper;
}
