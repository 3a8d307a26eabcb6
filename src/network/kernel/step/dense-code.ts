// Forward and backward of a dense layer as instructions, two rows at once: operation by operation what dense.ts does.
import type { Body } from '../encoder.ts';
import { add, constant, mul, releaseSince } from '../lanes.ts';
import {
  addTo,
  createWriter,
  load,
  overRows,
  parameter,
  pushTotal,
  range,
  store,
  storeTotal,
  zero,
} from './dense-writer.ts';
import type { DensePlace } from './dense-writer.ts';

/** z = W h + b */
export function forwardCode({ slots, source, target, theta, count }: DensePlace): Body {
  const writer = createWriter(count);
  const { e, columnBytes } = writer;
  const { inputs, units, weights, bias } = slots;
  for (const unit of range(units)) {
    const taken = e.taken.length;
    const start = bias === null ? constant(e, 0) : parameter(writer, theta, bias + unit);
    const w = range(inputs).map((input) =>
      parameter(writer, theta, weights + unit * inputs + input),
    );
    overRows(writer, () => {
      const term = (input: number) =>
        mul(e, w[input], load(writer, source.value + input * columnBytes));
      const pair = (input: number) => add(e, term(input), term(input + 1));
      let z = start;
      let input = 0;
      for (; input + 3 < inputs; input += 4) z = add(e, add(e, z, pair(input)), pair(input + 2));
      if (input + 1 < inputs) {
        z = add(e, z, pair(input));
        input += 2;
      }
      if (input < inputs) z = add(e, z, term(input));
      store(writer, target.value + unit * columnBytes, z);
    });
    releaseSince(e, taken);
  }
  return e.body;
}

/** The gradient of the weights and of the bias, and the adjoint of h. */
export function backwardCode(place: DensePlace): Body {
  const { slots, source, target, theta, out, count } = place;
  const writer = createWriter(count);
  const { e, columnBytes } = writer;
  const { inputs, units, weights, bias } = slots;
  for (const unit of range(units)) {
    const taken = e.taken.length;
    const sums = range(inputs).map(() => zero(writer));
    const whole = bias === null ? null : zero(writer);
    overRows(writer, () => {
      const adjoint = load(writer, target.adjoint + unit * columnBytes);
      if (whole !== null) addTo(writer, whole, adjoint);
      sums.forEach((sum, input) => {
        addTo(writer, sum, mul(e, load(writer, source.value + input * columnBytes), adjoint));
      });
    });
    if (bias !== null && whole !== null) {
      storeTotal(writer, out + 8 * (bias + unit), () => pushTotal(e, whole));
    }
    sums.forEach((sum, input) => {
      storeTotal(writer, out + 8 * (weights + unit * inputs + input), () => pushTotal(e, sum));
    });
    releaseSince(e, taken);
  }
  if (source.isInput) return e.body;
  for (const input of range(inputs)) {
    const taken = e.taken.length;
    const w = range(units).map((unit) => parameter(writer, theta, weights + unit * inputs + input));
    overRows(writer, () => {
      let sum = constant(e, 0);
      w.forEach((weight, unit) => {
        sum = add(e, sum, mul(e, weight, load(writer, target.adjoint + unit * columnBytes)));
      });
      store(writer, source.adjoint + input * columnBytes, sum);
    });
    releaseSince(e, taken);
  }
  return e.body;
}
