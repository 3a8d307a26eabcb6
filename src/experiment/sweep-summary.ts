// Sums a sweep up: median and spread over seeds, for every lane and value.

/** How one run of a sweep ended. Plain data. */
export interface SweepRun {
  /** Index of its lane. */
  readonly lane: number;
  /** The swept value: a learning rate, a depth, the rows of a batch (0 for all), or a seed. */
  readonly value: number;
  readonly seed: number;
  /** The learning rate it had; where several were tried, the best. */
  readonly learningRate: number;
  /** `reached` the target, was `running` still at the last step, `diverged`, or could not train: `impossible`. */
  readonly status: 'reached' | 'running' | 'diverged' | 'impossible';
  /** Null where the target was not reached. */
  readonly stepsToTarget: number | null;
  /** The loss at the target or after the last step; null for a run that diverged or could not train. */
  readonly finalLoss: number | null;
}

/** Least, middle and greatest over the runs; null stands for a run without such a number, which counts as worst. */
export interface Spread {
  readonly least: number | null;
  readonly median: number | null;
  readonly greatest: number | null;
}

export interface SweepPoint {
  readonly lane: number;
  /** Null where a point stands for all seeds. */
  readonly value: number | null;
  /** Runs so far. */
  readonly runs: number;
  readonly reached: number;
  readonly diverged: number;
  readonly stepsToTarget: Spread;
  readonly finalLoss: Spread;
}

/** One point for these runs of one lane. */
export function summarize(
  lane: number,
  value: number | null,
  runs: readonly SweepRun[],
): SweepPoint {
  const counted = (status: SweepRun['status']) =>
    runs.filter((run) => run.status === status).length;
  return {
    lane,
    value,
    runs: runs.length,
    reached: counted('reached'),
    diverged: counted('diverged'),
    stepsToTarget: spread(runs.map((run) => run.stepsToTarget)),
    finalLoss: spread(runs.map((run) => run.finalLoss)),
  };
}

/** The median of an even number of values is the mean of the middle two, or null if either is. */
export function spread(values: readonly (number | null)[]): Spread {
  const sorted = values.map((value) => value ?? Infinity).sort((a, b) => a - b);
  const known = (value: number | undefined) =>
    value === undefined || value === Infinity ? null : value;
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  return {
    least: known(sorted[0]),
    median: known(lower === upper ? upper : (lower + upper) / 2),
    greatest: known(sorted[sorted.length - 1]),
  };
}
