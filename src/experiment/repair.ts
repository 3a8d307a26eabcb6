// What would have kept a lane from diverging: other inputs or a lower rate, each tried before it is offered.
import { scalings } from '../scaling/index.ts';
import { count, digits as written } from './caption-words.ts';
import { searchLimit } from './choose-rate.ts';
import type { Experiment, LanePatch } from './experiment.ts';
import { nameLanes } from './lane-codec.ts';
import { createLanes, type Lane } from './lane.ts';
import { sharpness } from './sharpness.ts';
import { stableRate } from './stability.ts';
import { isPlainDescent } from './unstable-since.ts';

export interface Repair {
  readonly kind: 'scale' | 'rate';
  /** What a button says. */
  readonly label: string;
  /** The experiment's lanes with this one repaired. */
  readonly lanes: readonly LanePatch[];
  /** Of a rate: for how many steps it was tried, and how the loss went; a sentence. */
  readonly trial?: string;
}

/** Scalings that leave the widths of the inputs, or where they lie, as they were. */
const unscaled: readonly string[] = ['none', 'centre', 'constant'];
/** The part of the stable limit, and of the lane's own rate, that is tried first. */
const part = 0.9;
/** Rates tried, each half of the one before: the limit falls far below that of the start on the way of some networks. */
const mostRates = 10;
/** A trial takes as many steps as a tenth of a second allows, or twice what the run had before it failed, but no more. */
const mostSteps = 1500;
/**
 * A loss jumps where it rises above its lowest by this factor. With momentum, or mini-batches, it swings of itself. Below
 * a millionth of the loss of the start nothing is seen to jump.
 */
const jump = { plain: 1.1, swinging: 2, unseen: 1e-6 };

type RepairedLane = Pick<
  Lane,
  'settings' | 'objective' | 'samples' | 'start' | 'divergedAt' | 'currentRate'
>;

/** Rounded down, so that what was below a limit stays below it. */
export function roundedDown(value: number, digits = 2): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - digits + 1);
  const nearest = Number(value.toPrecision(digits));
  return nearest <= value ? nearest : Number((nearest - unit).toPrecision(digits));
}

/**
 * Repairs of a lane that has diverged. Only what truly helps is found: a run with it falls from its start and does not
 * diverge. It pauses after every few steps of its trials, so that a page can go on in between.
 */
export function* findRepairs(
  experiment: Experiment,
  index: number,
  lane: RepairedLane,
): Generator<void, Repair[]> {
  const repairs: Repair[] = [];
  if (unscaled.includes(experiment.lanes[index].scaling)) {
    const { label } = scalings.get('standard');
    const lanes = changed(experiment, index, { scaling: 'standard' });
    if (yield* tryOut({ ...experiment, lanes }, index, trialSteps(lane))) {
      repairs.push({
        kind: 'scale',
        label: `Scale the inputs (${label.toLowerCase()})`,
        lanes,
      });
    }
  }
  const lower = yield* findLowerRate(experiment, index, lane);
  return lower ? [...repairs, lower] : repairs;
}

/**
 * The largest rate of a few below this lane's own with which its loss falls without jumps, from the start, through the
 * whole of a trial; where there is none, the largest with which it falls at all; null where there is none either. That a
 * rate is below the limit where the lane stands, or at its start, promises less: where layers are hidden the limit changes on
 * the way. It pauses as `findRepairs` does.
 */
export function* findLowerRate(
  experiment: Experiment,
  index: number,
  lane: RepairedLane,
): Generator<void, Repair | null> {
  const { learningRate } = lane.settings;
  const { overrides } = experiment.lanes[index];
  const limit = stableRate(lane.settings, sharpness(lane.objective, lane.start)) ?? Infinity;
  let rate = roundedDown(part * Math.min(limit, learningRate));
  const steps = trialSteps(lane);
  let found: Repair | null = null;
  for (let trials = 0; trials < mostRates && rate >= 1e-7; trials++) {
    const lanes = changed(experiment, index, { overrides: { ...overrides, learningRate: rate } });
    const outcome: Outcome = yield* tryOut({ ...experiment, lanes }, index, steps, found !== null);
    if (outcome) {
      found = {
        kind: 'rate',
        label: `Lower the rate to ${written(rate)}`,
        lanes,
        trial: `With rate ${written(rate)} the loss fell ${outcome} jumps in a trial of ${count(steps)} steps.`,
      };
      if (outcome === 'without') break;
    }
    rate = roundedDown(rate / 2);
  }
  return found;
}

const changed = ({ lanes }: Experiment, index: number, change: Partial<LanePatch>) =>
  nameLanes(lanes.map((other, k) => (k === index ? { ...other, ...change } : other)));

const trialSteps = (lane: RepairedLane) =>
  Math.min(mostSteps, Math.max(10 * searchLimit(lane), 2 * (lane.divergedAt ?? 0)));

/** Whether the loss falls, and with or without jumps; null where it does not, or diverges. */
type Outcome = 'with' | 'without' | null;

/** @param onlyCalm gives up at the first jump */
function* tryOut(
  experiment: Experiment,
  index: number,
  steps: number,
  onlyCalm = false,
): Generator<void, Outcome> {
  const lane = createLanes(experiment)[index];
  const { loss } = lane;
  const factor = isPlainDescent(lane.settings) ? jump.plain : jump.swinging;
  let lowest = loss;
  let isCalm = true;
  for (let step = 0; step < steps; step++) {
    if (step % 4 === 0) yield;
    lane.step(1);
    isCalm &&= lane.loss <= factor * lowest + jump.unseen * loss;
    if (lane.status === 'diverged' || (onlyCalm && !isCalm)) return null;
    lowest = Math.min(lowest, lane.loss);
  }
  if (!(lane.loss < loss)) return null;
  return isCalm ? 'without' : 'with';
}
