// The engine of every sweep: one run after another, in pieces small enough to be interrupted between.
import { chooseRate } from './choose-rate.ts';
import type { Experiment } from './experiment.ts';
import { prepareLanes, type PreparedLane } from './prepare.ts';
import { trainLane } from './train-lane.ts';
import { runToTarget, searchRate, type RateTrial } from './rate-search.ts';
import { summarize, type SweepPoint, type SweepRun } from './sweep-summary.ts';

export type SweepKind = 'learning-rate' | 'depth' | 'batch' | 'seeds';

export interface SweepOptions {
  /** What to sweep over; each kind has its own default. */
  readonly values?: readonly number[];
  /** Runs for each value and lane, with seeds counted up from the experiment's; 1 unless given, 10 for seeds. */
  readonly seeds?: number;
  /** Steps after which a run is given up; 1000 unless given. */
  readonly limit?: number;
  /** The rates that are tried for each run where the experiment's rate rule is `best`. */
  readonly rates?: readonly number[];
}

/** A sweep as it stands: plain data, which may be sent, kept, and gone on with. */
export interface Sweep {
  readonly kind: SweepKind;
  readonly values: readonly number[];
  readonly seeds: readonly number[];
  readonly limit: number;
  readonly lanes: readonly { readonly id: string; readonly label: string }[];
  readonly total: number;
  /** In the order in which they were made: seed by seed, value by value, lane by lane. */
  readonly runs: readonly SweepRun[];
  /** Of the values that have runs. */
  readonly points: readonly SweepPoint[];
}

export interface Recipe {
  readonly kind: SweepKind;
  readonly values: readonly number[];
  readonly seeds: number;
  /** The experiment with the value in it. */
  vary(experiment: Experiment, value: number): Experiment;
}

const usualLimit = 1000;
const bestRates: readonly number[] = [0.01, 0.03, 0.1, 0.3, 1, 3];

export function* runSweep(
  experiment: Experiment,
  options: SweepOptions,
  before: Sweep | undefined,
  recipe: Recipe,
): Generator<Sweep, Sweep> {
  const { values = recipe.values, limit = usualLimit, rates = bestRates } = options;
  const { seeds: many = recipe.seeds } = options;
  const seeds = Array.from({ length: many }, (_, k) => (experiment.seed + k) % 2 ** 32);
  const lanes = experiment.lanes.map(({ id }) => id);
  const isSeeds = recipe.kind === 'seeds';
  const runs: SweepRun[] = [...(before?.runs ?? [])];
  let labels: readonly { readonly id: string; readonly label: string }[] = before?.lanes ?? [];
  const report = (): Sweep => ({
    kind: recipe.kind,
    values: isSeeds ? seeds : values,
    seeds,
    limit,
    lanes: labels,
    total: seeds.length * values.length * lanes.length,
    runs: [...runs],
    points: pointsOf(runs, isSeeds ? null : values, lanes.length),
  });

  let index = 0;
  for (const seed of seeds) {
    for (const value of values) {
      const next = index + lanes.length;
      if (runs.length >= next) {
        index = next;
        continue;
      }
      const varied = { ...recipe.vary(experiment, value), seed };
      const prepared = prepareLanes(varied);
      labels = prepared.map(({ id, label }) => ({ id, label }));
      for (const [lane, each] of prepared.entries()) {
        if (index++ < runs.length) continue;
        const work = runLane(varied, each, rates, limit);
        let step = work.next();
        while (!step.done) {
          yield report();
          step = work.next();
        }
        runs.push({ lane, value: isSeeds ? seed : value, seed, ...step.value });
        yield report();
      }
    }
  }
  return report();
}

function* runLane(
  experiment: Experiment,
  lane: PreparedLane,
  rates: readonly number[],
  limit: number,
): Generator<void, Pick<SweepRun, 'learningRate' | 'status' | 'stepsToTarget' | 'finalLoss'>> {
  if (lane.problem !== null) {
    const { learningRate } = lane.settings;
    return { learningRate, status: 'impossible', stepsToTarget: null, finalLoss: null };
  }
  const isOwn = lane.patch.overrides.learningRate !== undefined;
  const train = (learningRate: number) => trainLane(experiment, lane, learningRate);
  let trial: RateTrial;
  if (experiment.rate.kind === 'best' && !isOwn) {
    trial = yield* searchRate(train, rates, limit);
  } else {
    const { learningRate } = chooseRate(experiment, lane);
    trial = { learningRate, ...(yield* runToTarget(train(learningRate), limit)) };
  }
  const ended = trial.finalLoss === null ? 'diverged' : 'running';
  return { ...trial, status: trial.stepsToTarget === null ? ended : 'reached' };
}

function pointsOf(
  runs: readonly SweepRun[],
  values: readonly number[] | null,
  lanes: number,
): SweepPoint[] {
  const groups = values ?? [null];
  return groups.flatMap((value) =>
    Array.from({ length: lanes }, (_, lane) => {
      const own = runs.filter(
        (each) => each.lane === lane && (value === null || each.value === value),
      );
      return summarize(lane, value, own);
    }).filter((point) => point.runs > 0),
  );
}
