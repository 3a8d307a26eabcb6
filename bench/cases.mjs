// The networks, samples and planes that everybody is measured on.

/** Sizes, activation and grid of each network. */
export const networks = [
  { name: '2-4-4-1 tanh', sizes: [2, 4, 4, 1], activation: 'tanh', grid: 64 },
  { name: '2-8-8-8-8-1 tanh', sizes: [2, 8, 8, 8, 8, 1], activation: 'tanh', grid: 32 },
  { name: '2-8-8-1 ReLU', sizes: [2, 8, 8, 1], activation: 'relu', grid: 32 },
];

/** Samples of two normal inputs and a curved target. */
function drawSamples({ createRandom }, count) {
  const random = createRandom(1, 'data');
  const inputs = new Float64Array(2 * count);
  const targets = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    const x1 = random.normal();
    const x2 = random.normal();
    inputs.set([x1, x2], 2 * row);
    targets[row] = Math.sin(x1) + 0.5 * x1 * x2;
  }
  return { count, inputs, targets };
}

const unitVector = (size, random) => {
  const vector = Float64Array.from({ length: size }, () => random.normal());
  const length = Math.hypot(...vector);
  return vector.map((x) => x / length);
};

/** One network on its samples, with a plane along two random directions of length 1 through its start. */
export function createCase(engine, { name, sizes, activation, grid }, options = {}) {
  const { rows = 256, kind = 'none', place = 'before' } = options;
  const samples = drawSamples(engine, rows);
  const spec = { sizes, activation, loss: 'mse', normalization: { kind, place } };
  const objective = engine.createObjective(spec, samples);
  const random = engine.createRandom(2, 'weights');
  const origin = engine.initialize(objective.layout, 'xavier', random);
  const u = unitVector(objective.size, random);
  const v = unitVector(objective.size, random);
  const plane = { origin, u, v, extent: [-2, 2, -2, 2], labels: ['u', 'v'], exact: false };
  const id = name.replaceAll(/\W+/g, '-');
  return { name: id, title: name, sizes, activation, grid, samples, spec, objective, plane };
}

/** The same point, with two parameters as coordinates. */
export function weightPlane({ objective, plane }, first, second) {
  const axis = (name) => {
    const k = objective.names.indexOf(name);
    if (k < 0) throw new Error(`unknown parameter: ${name} (known: ${objective.names.join(', ')})`);
    return new Float64Array(objective.size).fill(1, k, k + 1);
  };
  return { ...plane, u: axis(first), v: axis(second), labels: [first, second] };
}

/** The objective without its faster ways: the plain network, point by point. */
export const plainly = ({ size, names, evaluate, hessianVector }) => ({
  size,
  names,
  evaluate,
  hessianVector,
});
