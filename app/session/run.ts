// The run of all lanes on one clock: how many steps they have taken, how many are due, and when it is over.
import { stepsLeft, type Experiment, type Lane } from '../../src/index.ts';
import { createPacer, takeWithin } from './pacer.ts';
import { createSeeker, type Seeker } from './seeker.ts';
import { createSpeedometer } from './speedometer.ts';

/** Training may take this much of a frame, in milliseconds. */
const stepBudget = 6;

export interface Run {
  /** Steps taken, the same in every lane that has not diverged. */
  readonly iteration: number;
  /** The most steps taken since the run began. */
  readonly furthest: number;
  /** Steps a second that are really taken; null before it is known. */
  readonly speed: number | null;
  readonly seeker: Seeker;
  /** How many steps may still be taken before the run stops by itself. */
  left(): number;
  advance(steps: number): void;
  /** Takes the steps that are due in a frame, as many as it has time for; returns how many. */
  takeDue(now: number): number;
  /** Time that has passed is not made up for. */
  restartClock(): void;
  /** Back to step 0, from which the same steps follow. */
  rewind(): void;
  /** At step 0 of other lanes. */
  begin(): void;
}

export interface RunOptions {
  readonly lanes: () => readonly Lane[];
  readonly experiment: () => Experiment;
  /** A seek has come to its step, or as near as it can. */
  readonly arrived: () => void;
  /** A seek is under way. */
  readonly moved: () => void;
}

export function createRun({ lanes, experiment, arrived, moved }: RunOptions): Run {
  const pacer = createPacer();
  const speedometer = createSpeedometer();
  let iteration = 0;
  let furthest = 0;

  const left = () => stepsLeft(experiment(), lanes(), iteration);

  const advance = (count: number) => {
    const all = lanes();
    // A run that stops at the target must be asked after every step.
    const portion = experiment().untilTarget ? 1 : count;
    for (let taken = 0; taken < count && left() > 0; taken += portion) {
      for (const lane of all) lane.step(portion);
      iteration += portion;
    }
    furthest = Math.max(furthest, iteration);
  };

  const seeker = createSeeker({
    lanes,
    iteration: () => iteration,
    place(at) {
      iteration = at;
    },
    advance,
    left,
    arrived,
    moved,
  });

  const restartClock = () => {
    pacer.restart();
    speedometer.restart();
  };

  const rewind = () => {
    seeker.cancel();
    iteration = 0;
    restartClock();
  };

  return {
    get iteration() {
      return iteration;
    },
    get furthest() {
      return furthest;
    },
    get speed() {
      return speedometer.rate;
    },
    seeker,
    left,
    advance,
    takeDue(now) {
      const due = Math.min(pacer.due(now, experiment().speed), left());
      const taken = due > 0 ? takeWithin(stepBudget, due, advance, () => performance.now()) : 0;
      if (taken < due) pacer.forgive();
      speedometer.note(now, taken);
      return taken;
    },
    restartClock,
    rewind,
    begin() {
      rewind();
      furthest = 0;
    },
  };
}
