// How many steps a second a run really takes, which a slow machine makes fewer than were asked for.

/** Milliseconds over which steps are counted: long enough to be steady, short enough to be of now. */
const span = 1500;

export interface Speedometer {
  /** Steps taken in the frame at this time. */
  note(now: number, taken: number): void;
  /** Steps a second; null until there is a whole span to judge by. */
  readonly rate: number | null;
  restart(): void;
}

export function createSpeedometer(): Speedometer {
  let began: number | null = null;
  let counted = 0;
  let rate: number | null = null;
  return {
    note(now, taken) {
      // The steps of the first frame belong to the time before it.
      if (began === null) began = now;
      else counted += taken;
      if (now - began < span) return;
      rate = (1000 * counted) / (now - began);
      began = now;
      counted = 0;
    },
    get rate() {
      return rate;
    },
    restart() {
      began = null;
      counted = 0;
      rate = null;
    },
  };
}
