// A dense layer, z = W h + b, with its three derivative sweeps.
import type { LayerSlots } from './slots.ts';
import type { Signal, Stage } from './stage.ts';

/** out[start + r] += factor * x[from + r] */
function addScaled(
  out: Float64Array,
  start: number,
  factor: number,
  x: Float64Array,
  from: number,
  count: number,
): void {
  for (let r = 0; r < count; r++) out[start + r] += factor * x[from + r];
}

// Sums over the rows are two, of the even rows and of the odd ones, added in the end: that is the order in which two lanes
// at once add them up, so that both ways give the same bits.

/** The inner product of two columns. */
function inner(x: Float64Array, from: number, y: Float64Array, start: number, count: number) {
  let even = 0;
  let odd = 0;
  let r = 0;
  for (; r + 1 < count; r += 2) {
    even += x[from + r] * y[start + r];
    odd += x[from + r + 1] * y[start + r + 1];
  }
  if (r < count) even += x[from + r] * y[start + r];
  return even + odd;
}

function total(x: Float64Array, from: number, count: number): number {
  let even = 0;
  let odd = 0;
  let r = 0;
  for (; r + 1 < count; r += 2) {
    even += x[from + r];
    odd += x[from + r + 1];
  }
  if (r < count) even += x[from + r];
  return even + odd;
}

export function createDense(slots: LayerSlots, source: Signal, target: Signal): Stage {
  const { inputs, units, weights, bias } = slots;
  return {
    forward(theta, count) {
      const h = source.value;
      const z = target.value;
      for (let unit = 0; unit < units; unit++) {
        const start = unit * count;
        const row = weights + unit * inputs;
        z.fill(bias === null ? 0 : theta[bias + unit], start, start + count);
        let input = 0;
        // Four inputs at a time, then two: fewer reads and writes of z. The sum is the same to the last bit.
        for (; input + 3 < inputs; input += 4) {
          const w0 = theta[row + input];
          const w1 = theta[row + input + 1];
          const w2 = theta[row + input + 2];
          const w3 = theta[row + input + 3];
          const h0 = input * count;
          const h1 = h0 + count;
          const h2 = h1 + count;
          const h3 = h2 + count;
          for (let r = 0; r < count; r++) {
            z[start + r] =
              z[start + r] + (w0 * h[h0 + r] + w1 * h[h1 + r]) + (w2 * h[h2 + r] + w3 * h[h3 + r]);
          }
        }
        if (input + 1 < inputs) {
          const w0 = theta[row + input];
          const w1 = theta[row + input + 1];
          const h0 = input * count;
          const h1 = h0 + count;
          for (let r = 0; r < count; r++) z[start + r] += w0 * h[h0 + r] + w1 * h[h1 + r];
          input += 2;
        }
        if (input < inputs) addScaled(z, start, theta[row + input], h, input * count, count);
      }
    },

    backward(theta, count, gradient) {
      const h = source.value;
      const adjoint = target.adjoint;
      for (let unit = 0; unit < units; unit++) {
        const start = unit * count;
        if (bias !== null) gradient[bias + unit] = total(adjoint, start, count);
        for (let input = 0; input < inputs; input++) {
          gradient[weights + unit * inputs + input] = inner(
            h,
            input * count,
            adjoint,
            start,
            count,
          );
        }
      }
      if (source.isInput) return;
      source.adjoint.fill(0, 0, inputs * count);
      for (let unit = 0; unit < units; unit++) {
        for (let input = 0; input < inputs; input++) {
          const w = theta[weights + unit * inputs + input];
          addScaled(source.adjoint, input * count, w, adjoint, unit * count, count);
        }
      }
    },

    forwardTangent(theta, v, count) {
      const z = target.tangent;
      for (let unit = 0; unit < units; unit++) {
        const start = unit * count;
        z.fill(bias === null ? 0 : v[bias + unit], start, start + count);
        for (let input = 0; input < inputs; input++) {
          const at = weights + unit * inputs + input;
          addScaled(z, start, v[at], source.value, input * count, count);
          if (!source.isInput) {
            addScaled(z, start, theta[at], source.tangent, input * count, count);
          }
        }
      }
    },

    backwardTangent(theta, v, count, out) {
      const { adjoint, adjointTangent } = target;
      for (let unit = 0; unit < units; unit++) {
        const start = unit * count;
        if (bias !== null) out[bias + unit] = total(adjointTangent, start, count);
        for (let input = 0; input < inputs; input++) {
          const from = input * count;
          let sum = inner(source.value, from, adjointTangent, start, count);
          if (!source.isInput) sum += inner(source.tangent, from, adjoint, start, count);
          out[weights + unit * inputs + input] = sum;
        }
      }
      if (source.isInput) return;
      source.adjointTangent.fill(0, 0, inputs * count);
      for (let unit = 0; unit < units; unit++) {
        const start = unit * count;
        for (let input = 0; input < inputs; input++) {
          const at = weights + unit * inputs + input;
          addScaled(source.adjointTangent, input * count, v[at], adjoint, start, count);
          addScaled(source.adjointTangent, input * count, theta[at], adjointTangent, start, count);
        }
      }
    },
  };
}
