// The recorded path of one training run: parameters and loss of every step, in typed arrays of bounded size.

/** Past this many numbers a trajectory thins itself instead of growing. */
const maximumNumbers = 2 ** 20;

export interface Trajectory {
  /** Parameters of one entry. */
  readonly size: number;
  /** How many entries are recorded. */
  readonly count: number;
  /** Between neighbouring entries lie this many steps (the last entry may lie nearer): 1 until thinned, then 2, 4, ... */
  readonly stride: number;
  /**
   * Grows whenever entries already recorded were removed or moved, so a picture must be built anew. The latest entry is
   * excepted: once the stride is past 1 the next step may take its place, so the end of a picture is always read again.
   */
  readonly revision: number;
  /** The step each entry was recorded at; valid up to `count`. */
  readonly iterations: Float64Array;
  /** The full-batch loss at each entry; valid up to `count`. */
  readonly losses: Float64Array;
  /** capacity x size, row major: the parameters of each entry; valid up to `count`. */
  readonly thetas: Float64Array;
  /** Steps and losses of all entries, those out of sight beyond `count` included. */
  readonly whole: {
    readonly count: number;
    readonly iterations: Float64Array;
    readonly losses: Float64Array;
  };
  /**
   * Records a step.
   * @throws {RangeError} if `iteration` is not past the latest one
   */
  push(iteration: number, theta: Float64Array, loss: number): void;
  /**
   * Makes this step the latest entry, as if the run had stopped there: what is recorded beyond it is kept out of sight
   * until the run comes by again. A run is the same every time, so steps recorded once need not be recorded again.
   */
  show(iteration: number, theta: Float64Array, loss: number): void;
}

/**
 * The first and the latest step are always recorded. At full capacity the stride doubles and the entries that do not
 * fall on it, counted from the first, are dropped, so memory stays bounded for runs of any length.
 *
 * @param size parameters of one entry
 * @param capacity most entries ever held, at least 2
 */
export function createTrajectory(
  size: number,
  capacity = Math.max(
    256,
    Math.min(4096, 2 * Math.floor(maximumNumbers / (2 * Math.max(1, size)))),
  ),
): Trajectory {
  let allocated = Math.min(capacity, 256);
  let iterations = new Float64Array(allocated);
  let losses = new Float64Array(allocated);
  let thetas = new Float64Array(allocated * size);
  let count = 0;
  let stride = 1;
  let revision = 0;
  /** All entries, also those out of sight beyond `count`. */
  let recorded = 0;
  /** The entry out of sight in whose place the latest stands, which is between two recorded ones. */
  let parked: { slot: number; iteration: number; loss: number; theta: Float64Array } | null = null;

  const grow = () => {
    allocated = Math.min(capacity, 2 * allocated);
    const widened = (old: Float64Array, length: number) => {
      const wider = new Float64Array(length);
      wider.set(old);
      return wider;
    };
    iterations = widened(iterations, allocated);
    losses = widened(losses, allocated);
    thetas = widened(thetas, allocated * size);
  };

  /** Whether an entry stays although later ones follow it: the first, and whatever falls on the stride from it. */
  const onStride = (entry: number) => (iterations[entry] - iterations[0]) % stride === 0;

  const thin = () => {
    // Steps that came with gaps may all fall on the doubled stride: double until one does not.
    while (count === capacity) {
      stride *= 2;
      let kept = 0;
      for (let entry = 0; entry < count; entry++) {
        if (!onStride(entry)) continue;
        iterations[kept] = iterations[entry];
        losses[kept] = losses[entry];
        thetas.copyWithin(kept * size, entry * size, (entry + 1) * size);
        kept++;
      }
      count = kept;
    }
    revision++;
  };

  const write = (slot: number, iteration: number, loss: number, theta: Float64Array) => {
    iterations[slot] = iteration;
    losses[slot] = loss;
    thetas.set(theta, slot * size);
  };

  const unpark = () => {
    if (parked === null) return;
    write(parked.slot, parked.iteration, parked.loss, parked.theta);
    count = parked.slot;
    parked = null;
  };

  /** Shows the entries up to a step that is not past the last recorded one. */
  const showKnown = (iteration: number, theta: Float64Array, loss: number) => {
    unpark();
    while (count > 0 && iterations[count - 1] > iteration) count--;
    while (count < recorded && iterations[count] <= iteration) count++;
    if (count > 0 && iterations[count - 1] === iteration) return;
    const slot = count;
    parked = {
      slot,
      iteration: iterations[slot],
      loss: losses[slot],
      theta: thetas.slice(slot * size, (slot + 1) * size),
    };
    write(slot, iteration, loss, theta);
    count++;
  };

  const append = (iteration: number, theta: Float64Array, loss: number) => {
    unpark();
    count = recorded;
    // An entry off the stride is only there because it was the latest: the new latest takes its place.
    if (count > 0 && !onStride(count - 1)) count--;
    if (count === allocated) {
      if (allocated < capacity) grow();
      else thin();
    }
    write(count, iteration, loss, theta);
    count++;
    recorded = count;
  };

  const lastRecorded = () => {
    if (parked?.slot === recorded - 1) return parked.iteration;
    return recorded > 0 ? iterations[recorded - 1] : -Infinity;
  };

  return {
    size,
    get count() {
      return count;
    },
    get stride() {
      return stride;
    },
    get revision() {
      return revision;
    },
    get iterations() {
      return iterations;
    },
    get losses() {
      return losses;
    },
    get thetas() {
      return thetas;
    },
    get whole() {
      if (parked === null) return { count: recorded, iterations, losses };
      const all = { count: recorded, iterations: iterations.slice(), losses: losses.slice() };
      all.iterations[parked.slot] = parked.iteration;
      all.losses[parked.slot] = parked.loss;
      return all;
    },
    push(iteration, theta, loss) {
      if (count > 0 && !(iteration > iterations[count - 1])) {
        throw new RangeError(
          `descending step: ${iteration} (after ${iterations[count - 1]}; steps are recorded in ascending order)`,
        );
      }
      if (iteration <= lastRecorded()) showKnown(iteration, theta, loss);
      else append(iteration, theta, loss);
    },
    show(iteration, theta, loss) {
      if (count > 0 && iteration < iterations[count - 1]) revision++;
      if (iteration <= lastRecorded()) showKnown(iteration, theta, loss);
      else append(iteration, theta, loss);
    },
  };
}
