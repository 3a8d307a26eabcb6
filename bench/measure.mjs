// Medians of processor time, taken in turns so that what disturbs the machine disturbs everybody.

/** What is measured runs at least so long at a time; the clock of the processor is coarse. */
const portion = 40;

const processorMilliseconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** A subject that runs here. */
export function here(name, run) {
  return { name, run };
}

/** A subject that tells its own processor time, `measure(repeats)`, in milliseconds a run. */
export function elsewhere(name, measure) {
  return { name, measure };
}

async function portionOf({ run, measure }, repeats) {
  if (measure) return measure(repeats);
  const start = processorMilliseconds();
  for (let k = 0; k < repeats; k++) {
    const pending = run();
    if (pending) await pending;
  }
  return (processorMilliseconds() - start) / repeats;
}

/**
 * @param subjects warmed up first, then measured in turns
 * @returns {Promise<Map<string, number>>} the median of each, in milliseconds a run
 */
export async function medians(subjects, rounds = 7) {
  const repeats = new Map();
  for (const subject of subjects) {
    // A first portion for the compilers, a second to learn how many runs a portion has.
    let runs = 1;
    for (let spent = 0; spent < 10 * portion && runs < 1e6;) {
      const each = await portionOf(subject, runs);
      spent += Math.max(each * runs, 1);
      runs = Math.max(1, Math.ceil(portion / Math.max(each, 1e-5)));
    }
    repeats.set(subject, runs);
  }
  const times = new Map(subjects.map((subject) => [subject, []]));
  for (let round = 0; round < rounds; round++) {
    for (const subject of subjects) {
      times.get(subject).push(await portionOf(subject, repeats.get(subject)));
    }
  }
  return new Map(subjects.map((subject) => [subject.name, median(times.get(subject))]));
}

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

/** The largest difference, relative to the value that it should be. */
export function largestRelativeError(found, exact) {
  let worst = 0;
  exact.forEach((value, k) => {
    const error = Math.abs(found[k] - value) / Math.abs(value);
    worst = error > worst || Number.isNaN(error) ? error : worst;
  });
  return worst;
}

/** Relative to the largest of them, for vectors whose members may be nearly 0. */
export function largestErrorOf(found, exact) {
  const largest = Math.max(...exact.map(Math.abs));
  return Math.max(...Array.from(exact, (value, k) => Math.abs(found[k] - value))) / largest;
}
