// How many steps a frame may take: by elapsed time and speed, within a budget, with no burst after a pause.

/** A gap between frames longer than this, in milliseconds, is no slow frame but a hidden tab or a sleeping laptop. */
const longestGap = 1000;
/** Such a gap counts as one ordinary frame, */
const ordinaryGap = 16;
/** and a slow frame as no more than this. */
const slowestFrame = 250;

export interface Pacer {
  /** Steps due at this frame; a fraction is carried over to the next. */
  due(now: number, stepsPerSecond: number): number;
  /** Gives back steps for which a frame had no time: they are forgotten, not owed. */
  forgive(): void;
  /** Forgets the time that has passed, as when play begins. */
  restart(): void;
}

export function createPacer(): Pacer {
  let last: number | null = null;
  let owed = 0;
  return {
    due(now, stepsPerSecond) {
      const gap = last === null ? 0 : now - last;
      last = now;
      const counted = gap > longestGap ? ordinaryGap : Math.min(Math.max(0, gap), slowestFrame);
      owed += (counted * stepsPerSecond) / 1000;
      const whole = Math.floor(owed);
      owed -= whole;
      return whole;
    },
    forgive() {
      owed = 0;
    },
    restart() {
      last = null;
      owed = 0;
    },
  };
}

/**
 * Takes up to `steps` steps by calling `advance` with ever larger portions, until the budget is spent.
 * @param advance takes that many steps in every lane
 * @param clock milliseconds, from anywhere
 * @returns the steps taken: at least one, if any were due
 */
export function takeWithin(
  budget: number,
  steps: number,
  advance: (count: number) => void,
  clock: () => number,
): number {
  const start = clock();
  let taken = 0;
  let portion = 1;
  while (taken < steps) {
    const count = Math.min(portion, steps - taken);
    advance(count);
    taken += count;
    const spent = clock() - start;
    if (spent >= budget) break;
    // The next portion is as large as the time left allows by what a step has cost so far.
    const perStep = spent / taken;
    portion = perStep > 0 ? Math.max(1, Math.floor((budget - spent) / perStep / 2)) : 2 * portion;
  }
  return taken;
}
