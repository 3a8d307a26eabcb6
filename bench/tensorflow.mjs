// TensorFlow.js with its wasm backend, in the forms that suit it best: many points of the grid at a time.
import { createRequire } from 'node:module';
import { loadBundle } from './bundle.mjs';

/** @returns {Promise<object>} the library, ready to compute; throws where it cannot be had */
export async function loadTensorflow(folder) {
  // Its modules for Node lack the gradients, and those are modules that want a bundler; they meet in a global registry.
  const require = createRequire(import.meta.url);
  const tf = require('@tensorflow/tfjs-core');
  require('@tensorflow/tfjs-backend-wasm');
  const gradients = 'node_modules/@tensorflow/tfjs-core/dist/register_all_gradients.js';
  await loadBundle(gradients, 'gradients', folder);
  if (!(await tf.setBackend('wasm'))) throw new Error('its wasm backend does not start');
  await tf.ready();
  return tf;
}

const layersOf = (sizes) => {
  let start = 0;
  return sizes.slice(1).map((units, k) => {
    const layer = { inputs: sizes[k], units, weights: start, bias: start + units * sizes[k] };
    start += (sizes[k] + 1) * units;
    return layer;
  });
};

/**
 * Losses of a square grid. The points of a chunk are the rows of every tensor, the samples its columns: one tensor a unit,
 * summed by broadcasting (`broadcast`), or one matrix product a layer (`product`).
 */
export function createTensorflowSurface(
  tf,
  { sizes, activation, samples, plane, grid },
  form,
  chunk,
) {
  const layers = layersOf(sizes);
  const act = activation === 'tanh' ? tf.tanh : tf.relu;
  const { count } = samples;
  const column = (k) => Float32Array.from(samples.targets, (_, row) => samples.inputs[2 * row + k]);
  const inputs = [0, 1].map((k) => tf.tensor2d(column(k), [1, count]));
  const joined = tf.expandDims(tf.concat(inputs, 0), 0);
  const targets = tf.tensor2d(Float32Array.from(samples.targets), [1, count]);
  const { origin, u, v, extent } = plane;
  const at = (low, high, k) => low + ((high - low) * k) / (grid - 1);

  const byUnits = (column, points) => {
    let h = inputs;
    layers.forEach(({ inputs: n, units, weights, bias }, l) => {
      h = Array.from({ length: units }, (_, unit) => {
        let z = column(bias + unit);
        for (let i = 0; i < n; i++) z = tf.add(z, tf.mul(column(weights + unit * n + i), h[i]));
        return l === layers.length - 1 ? z : act(z);
      });
    });
    return tf.reshape(tf.mean(tf.square(tf.sub(h[0], targets)), 1), [points]);
  };
  const byProducts = (theta, points) => {
    let h = tf.tile(joined, [points, 1, 1]);
    layers.forEach(({ inputs: n, units, weights, bias }, l) => {
      const w = tf.reshape(tf.slice(theta, [0, weights], [points, units * n]), [points, units, n]);
      const b = tf.reshape(tf.slice(theta, [0, bias], [points, units]), [points, units, 1]);
      const z = tf.add(tf.matMul(w, h), b);
      h = l === layers.length - 1 ? z : act(z);
    });
    const outputs = tf.reshape(h, [points, count]);
    return tf.mean(tf.square(tf.sub(outputs, targets)), 1);
  };

  /** @returns {Float32Array} the losses */
  return () => {
    const losses = new Float32Array(grid * grid);
    for (let from = 0; from < losses.length; from += chunk) {
      const points = Math.min(chunk, losses.length - from);
      const parts = Array.from(origin, () => new Float32Array(points));
      for (let p = 0; p < points; p++) {
        const a = at(extent[0], extent[1], (from + p) % grid);
        const b = at(extent[2], extent[3], Math.floor((from + p) / grid));
        for (let k = 0; k < origin.length; k++) parts[k][p] = origin[k] + a * u[k] + b * v[k];
      }
      const found = tf.tidy(() => {
        const columns = parts.map((part) => tf.tensor2d(part, [points, 1]));
        if (form === 'broadcast') return byUnits((k) => columns[k], points).dataSync();
        return byProducts(tf.concat(columns, 1), points).dataSync();
      });
      losses.set(found, from);
    }
    return losses;
  };
}

/** A step of full-batch descent, as one writes it; `gradient` gives loss and gradient in the engine's order. */
export function createTensorflowStep(tf, { sizes, activation, samples, plane }) {
  const act = activation === 'tanh' ? tf.tanh : tf.relu;
  const inputs = tf.tensor2d(Float32Array.from(samples.inputs), [samples.count, 2]);
  const targets = tf.tensor2d(Float32Array.from(samples.targets), [samples.count, 1]);
  const layers = layersOf(sizes);
  const parameters = layers.flatMap(({ inputs: n, units, weights, bias }) => [
    tf.variable(tf.tensor2d(Float32Array.from(plane.origin.subarray(weights, bias)), [units, n])),
    tf.variable(tf.tensor1d(Float32Array.from(plane.origin.subarray(bias, bias + units)))),
  ]);
  const loss = (...values) => {
    let h = inputs;
    layers.forEach((_, l) => {
      const z = tf.add(tf.matMul(h, values[2 * l], false, true), values[2 * l + 1]);
      h = l === layers.length - 1 ? z : act(z);
    });
    return tf.mean(tf.square(tf.sub(h, targets)));
  };
  const gradients = tf.valueAndGrads(loss);
  return {
    gradient: () =>
      tf.tidy(() => {
        const { value, grads } = gradients(parameters);
        return [value, ...grads].flatMap((tensor) => [...tensor.dataSync()]);
      }),
    // At a rate that leaves the parameters where they are.
    step: () =>
      tf.tidy(() => {
        const { value, grads } = gradients(parameters);
        grads.forEach((grad, k) => {
          parameters[k].assign(tf.sub(parameters[k], tf.mul(grad, 1e-30)));
        });
        return value.dataSync()[0];
      }),
  };
}
