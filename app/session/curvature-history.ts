// What has been learned of a lane's curvature, step by step, in the order of the steps however it came in.
import type { Curvature } from '../../src/index.ts';

/** At this many entries every other one is dropped. */
const most = 1024;

export interface CurvatureEntry {
  readonly iteration: number;
  /** NaN where only the sharpness was looked for. */
  readonly conditionNumber: number;
  readonly sharpness: number;
}

export interface CurvatureHistory {
  /** Ascending steps. */
  readonly entries: readonly CurvatureEntry[];
  /** Grows with every change. */
  readonly version: number;
  add(iteration: number, curvature: Pick<Curvature, 'conditionNumber' | 'sharpness'>): void;
}

export function createCurvatureHistory(): CurvatureHistory {
  let entries: CurvatureEntry[] = [];
  let version = 0;
  return {
    get entries() {
      return entries;
    },
    get version() {
      return version;
    },
    add(iteration, { conditionNumber, sharpness }) {
      const entry = { iteration, conditionNumber, sharpness };
      let place = entries.length;
      while (place > 0 && (entries[place - 1]?.iteration ?? -1) >= iteration) place--;
      const isKnown = entries[place]?.iteration === iteration;
      // The same step seen with less effort says nothing new.
      if (isKnown && Number.isNaN(conditionNumber)) return;
      entries.splice(place, isKnown ? 1 : 0, entry);
      if (entries.length > most) {
        // The first and the latest stay.
        entries = entries.filter((_, k) => k % 2 === 0 || k === entries.length - 1);
      }
      version++;
    },
  };
}
