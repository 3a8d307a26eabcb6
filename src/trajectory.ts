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
  /**
   * Records a step.
   * @throws {RangeError} if `iteration` is not past the latest one
   */
  push(iteration: number, theta: Float64Array, loss: number): void;
  clear(): void;
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
    push(iteration, theta, loss) {
      if (count > 0 && !(iteration > iterations[count - 1])) {
        throw new RangeError(
          `descending step: ${iteration} (after ${iterations[count - 1]}; steps are recorded in ascending order)`,
        );
      }
      // An entry off the stride is only there because it was the latest: the new latest takes its place.
      if (count > 0 && !onStride(count - 1)) count--;
      if (count === allocated) {
        if (allocated < capacity) grow();
        else thin();
      }
      iterations[count] = iteration;
      losses[count] = loss;
      thetas.set(theta, count * size);
      count++;
    },
    clear() {
      count = 0;
      stride = 1;
      revision++;
    },
  };
}
