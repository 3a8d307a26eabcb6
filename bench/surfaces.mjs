// Surfaces: the engine, its plain path, TensorFlow.js and C on the same losses; growth, batch norm, and special slices.
import { createCase, networks, plainly, weightPlane } from './cases.mjs';
import { elsewhere, here, largestRelativeError, medians } from './measure.mjs';
import { compileNative } from './native.mjs';
import { error, milliseconds, note, ratio, table } from './report.mjs';
import { createTensorflowSurface } from './tensorflow.mjs';

/** Above this somebody computes something else, and is not timed. */
const tolerance = 1e-4;

/** Losses of a square grid, as float64 numbers from `evaluate` alone. */
function exactLosses({ objective, plane, grid }) {
  const { origin, u, v, extent } = plane;
  const at = (low, high, k) => low + ((high - low) * k) / (grid - 1);
  return Float64Array.from({ length: grid * grid }, (_, point) => {
    const a = at(extent[0], extent[1], point % grid);
    const b = at(extent[2], extent[3], Math.floor(point / grid));
    return objective.evaluate(origin.map((x, k) => x + a * u[k] + b * v[k]));
  });
}

/** A function that computes the case's surface; `isFast` says whether the engine has a faster way here than its plain path. */
async function engineSurface(engine, { objective, plane, grid }) {
  const heights = new Float32Array(grid * grid);
  const run = () => {
    engine.sampleSurface(objective, plane, grid, grid, heights);
  };
  // Modules may be compiled in the background.
  const coordinates = Float64Array.of(0, 1);
  const points = { origin: plane.origin, u: plane.u, v: plane.v, a: coordinates, b: coordinates };
  let isFast = false;
  for (let turn = 0; turn < 100 && objective.evaluatePlane && !isFast; turn++) {
    isFast = objective.evaluatePlane(points, new Float64Array(4));
    if (!isFast) await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { run, heights, isFast };
}

function plainSurface(engine, { objective, plane, grid }) {
  const slow = plainly(objective);
  const heights = new Float32Array(grid * grid);
  return () => {
    engine.sampleSurface(slow, plane, grid, grid, heights);
  };
}

const tensorflowForms = [
  ['broadcast', 64],
  ['broadcast', 256],
  ['broadcast', 1024],
  ['product', 256],
];

export async function surfaceTable({ engine, tf, compiler, folder, rounds }) {
  const rows = [];
  for (const network of networks) {
    const subject = createCase(engine, network);
    const exact = exactLosses(subject);
    const errors = new Map();
    const subjects = [];
    const admit = (name, losses, measured) => {
      const worst = largestRelativeError(losses, exact);
      if (worst <= tolerance) {
        errors.set(name, worst);
        subjects.push(measured);
      } else note(`${name} is left out of ${network.name}: its losses are off by ${error(worst)}.`);
    };
    const { run, heights, isFast } = await engineSurface(engine, subject);
    if (isFast) {
      run();
      admit('normscape', heights, here('normscape', run));
    }
    subjects.push(here('plain', plainSurface(engine, subject)));
    if (tf) {
      for (const [form, chunk] of tensorflowForms) {
        const name = `tfjs ${form} ${chunk}`;
        const compute = createTensorflowSurface(tf, subject, form, chunk);
        admit(
          name,
          compute(),
          here(name, () => void compute()),
        );
      }
    }
    if (compiler) {
      const native = compileNative(compiler, folder, subject);
      const measured = elsewhere('C', (repeats) => native.surface(subject.grid, repeats));
      admit('C', native.surfaceLosses(subject.grid), measured);
    }
    const found = await medians(subjects, rounds);
    const best = [...found]
      .filter(([name]) => name.startsWith('tfjs'))
      .sort((a, b) => a[1] - b[1])[0];
    const own = found.get('normscape') ?? found.get('plain');
    rows.push([
      `${network.name}, ${network.grid} x ${network.grid}`,
      milliseconds(found.get('normscape')),
      milliseconds(found.get('plain')),
      best && `${milliseconds(best[1])} (${best[0].slice(5)})`,
      milliseconds(found.get('C')),
      ratio(found.get('plain') / own),
      ratio(best?.[1] / own),
      ratio(own / found.get('C')),
      error(errors.get('normscape')),
    ]);
  }
  table(
    'Surface along two random directions, 256 samples',
    [
      'network',
      'Normscape',
      'plain TypeScript',
      'TensorFlow.js',
      'C',
      'plain / ours',
      'tfjs / ours',
      'ours / C',
      'error',
    ],
    rows,
  );
}

/** Times of several surfaces of the engine, in turns. */
async function timesOf(engine, cases, rounds) {
  const subjects = [];
  for (const [name, subject] of cases) {
    subjects.push(here(name, (await engineSurface(engine, subject)).run));
  }
  return await medians(subjects, rounds);
}

export async function growthTable({ engine, rounds }) {
  const [standard] = networks;
  const found = await timesOf(
    engine,
    [
      ['base', createCase(engine, standard)],
      ['rows', createCase(engine, standard, { rows: 1024 })],
      ['grid', createCase(engine, { ...standard, grid: 128 })],
      ['batch norm', createCase(engine, standard, { kind: 'batch' })],
      ['layer norm', createCase(engine, standard, { kind: 'layer' })],
    ],
    rounds,
  );
  const base = found.get('base');
  const row = (name, key) => [name, milliseconds(found.get(key)), ratio(found.get(key) / base)];
  table(
    `Growth, and the price of normalization: ${standard.name}`,
    ['surface', 'time', 'times the first'],
    [
      row('256 samples, 64 x 64', 'base'),
      row('1024 samples', 'rows'),
      row('128 x 128', 'grid'),
      row('with batch norm', 'batch norm'),
      row('with layer norm', 'layer norm'),
    ],
  );
}

/** The same plane by a kernel that knows nothing of slices; admitted only if its losses are those of the engine. */
function unstructuredSurface(create, subject, heights) {
  const { plane, grid } = subject;
  const [left, right, bottom, top] = plane.extent;
  const spaced = (low, high) =>
    Float64Array.from({ length: grid }, (_, k) => low + ((high - low) * k) / (grid - 1));
  const points = {
    ...{ origin: plane.origin, u: plane.u, v: plane.v },
    ...{ a: spaced(left, right), b: spaced(bottom, top) },
  };
  const compute = create(subject);
  const losses = new Float64Array(grid * grid);
  compute(points, losses);
  const worst = largestRelativeError(heights, losses);
  if (worst > tolerance) throw new Error(`the unstructured kernel is off by ${error(worst)}`);
  return () => compute(points, losses);
}

export async function sliceTable({ engine, unstructured, rounds }) {
  const [standard] = networks;
  const whole = createCase(engine, standard);
  const slices = [
    ['both weights of a first-layer unit', 'W1[0][0]', 'W1[0][1]'],
    ['a weight in each of two first-layer units', 'W1[0][0]', 'W1[1][0]'],
    ['two weights of a second-layer unit', 'W2[0][0]', 'W2[0][1]'],
    ['a first-layer and a second-layer weight', 'W1[0][0]', 'W2[0][0]'],
    ['two output weights', 'W3[0][0]', 'W3[0][1]'],
  ].map(([name, first, second]) => [name, { ...whole, plane: weightPlane(whole, first, second) }]);
  const cases = [['two random directions', whole], ...slices];
  const subjects = [];
  for (const [name, subject] of cases) {
    const { run, heights } = await engineSurface(engine, subject);
    run();
    const plain = unstructuredSurface(unstructured.createUnstructured, subject, heights);
    subjects.push(here(name, run), here(`${name}, unstructured`, plain));
  }
  const found = await medians(subjects, rounds);
  const base = found.get('two random directions');
  table(
    `Slices along two weights, next to a kernel that evaluates every unit at every point: ${standard.name}, 64 x 64`,
    ['slice', 'time', 'unstructured', 'times as fast', 'times as fast as random directions'],
    cases.map(([name]) => {
      const time = found.get(name);
      const slow = found.get(`${name}, unstructured`);
      return [name, milliseconds(time), milliseconds(slow), ratio(slow / time), ratio(base / time)];
    }),
  );
}
