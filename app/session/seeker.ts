// Going to a step of the run that may be far away: from the nearest remembered state, a little at a time, all lanes abreast.
import type { Lane } from '../../src/index.ts';
import { takeWithin } from './pacer.ts';

/** Milliseconds of work before the page gets its turn. */
const slice = 7;

export interface SeekerOptions {
  lanes(): readonly Lane[];
  iteration(): number;
  /** All lanes now stand at this step. */
  place(iteration: number): void;
  /** Takes steps in every lane, as many as the run still has. */
  advance(count: number): void;
  /** Steps that the run still has. */
  left(): number;
  /** The step is reached, or the run has ended before it. */
  arrived(): void;
  /** Lanes have moved, and will move on. */
  moved(): void;
}

export interface Seeker {
  /** Where the lanes are on their way to; null while they are not. */
  readonly target: number | null;
  /** A short way is gone at once, a long one in turns. */
  to(target: number, onArrival?: () => void): void;
  /** Stays where the lanes are. */
  cancel(): void;
}

export function createSeeker(options: SeekerOptions): Seeker {
  let target: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => {
    clearTimeout(timer);
    target = null;
  };

  /** To a remembered state of all lanes, from which they can walk abreast. */
  const approach = (wanted: number) => {
    const lanes = options.lanes();
    const base = Math.min(wanted, ...lanes.map((lane) => lane.nearest(wanted)));
    for (const lane of lanes) {
      lane.approach(wanted, Math.min(base, lane.nearest(wanted)));
      if (lane.iteration < base) lane.seek(base);
    }
    options.place(base);
  };

  const go = (wanted: number, onArrival?: () => void) => {
    const before = options.iteration();
    const steps = Math.min(wanted - before, options.left());
    if (steps > 0) takeWithin(slice, steps, options.advance, () => performance.now());
    const now = options.iteration();
    if (now >= wanted || now === before || options.left() === 0) {
      cancel();
      options.arrived();
      onArrival?.();
      return;
    }
    options.moved();
    timer = setTimeout(() => go(wanted, onArrival), 0);
  };

  return {
    get target() {
      return target;
    },
    to(wanted, onArrival) {
      cancel();
      approach(wanted);
      target = wanted;
      go(wanted, onArrival);
    },
    cancel,
  };
}
