// What would have kept a lane from diverging: other inputs or a lower rate, each tried before it is offered.
import { scalings } from '../scaling/index.ts';
import type { Experiment, LanePatch } from './experiment.ts';
import { nameLanes } from './lane-codec.ts';
import { createLanes, type Lane } from './lane.ts';
import { sharpness } from './sharpness.ts';
import { digits as written } from './caption-words.ts';
import { stableRate } from './stability.ts';

export interface Repair {
  readonly kind: 'scale' | 'rate';
  /** What a button says. */
  readonly label: string;
  /** The experiment's lanes with this one repaired. */
  readonly lanes: readonly LanePatch[];
}

/** Scalings that leave the widths of the inputs, or where they lie, as they were. */
const unscaled: readonly string[] = ['none', 'centre', 'constant'];
/** The part of the stable limit that is proposed first. */
const part = 0.9;
/** Rates tried, each half of the one before. */
const mostRates = 6;
/** A repair is tried for twice as many steps as the run had before it failed, within these. */
const fewestSteps = 60;
const mostSteps = 600;

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
  lane: Pick<Lane, 'settings' | 'objective' | 'start' | 'divergedAt' | 'currentRate'>,
): Generator<void, Repair[]> {
  const patch = experiment.lanes[index];
  const changed = (change: Partial<LanePatch>) =>
    nameLanes(experiment.lanes.map((other, k) => (k === index ? { ...other, ...change } : other)));
  const steps = Math.min(mostSteps, Math.max(fewestSteps, 2 * (lane.divergedAt ?? 0)));
  const repairs: Repair[] = [];

  if (unscaled.includes(patch.scaling)) {
    const lanes = changed({ scaling: 'standard' });
    const { label } = scalings.get('standard');
    if (yield* helps({ ...experiment, lanes }, index, steps)) {
      repairs.push({ kind: 'scale', label: `Scale the inputs (${label.toLowerCase()})`, lanes });
    }
  }

  const { learningRate } = lane.settings;
  const limit = stableRate(lane.settings, sharpness(lane.objective, lane.start)) ?? Infinity;
  let rate = roundedDown(Math.min(part * limit, learningRate / 2));
  for (let trial = 0; trial < mostRates && rate >= 1e-7; trial++) {
    const overrides = { ...patch.overrides, learningRate: rate };
    const lanes = changed({ overrides });
    if (yield* helps({ ...experiment, lanes }, index, steps)) {
      repairs.push({ kind: 'rate', label: `Lower the rate to ${written(rate)}`, lanes });
      break;
    }
    rate = roundedDown(rate / 2);
  }
  return repairs;
}

function* helps(experiment: Experiment, index: number, steps: number): Generator<void, boolean> {
  const lane = createLanes(experiment)[index];
  const { loss } = lane;
  for (let step = 0; step < steps; step += 4) {
    yield;
    lane.step(4);
    if (lane.status === 'diverged') return false;
  }
  return lane.loss < loss;
}
