// The tangents of a dense layer's sweeps as instructions: operation by operation what dense.ts does.
import type { Body } from '../encoder.ts';
import { op } from '../encoder.ts';
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

/** z. = V h + W h. + v_b */
export function forwardTangentCode(place: DensePlace): Body {
  const { slots, source, target, theta, v, count } = place;
  const writer = createWriter(count);
  const { e, columnBytes } = writer;
  const { inputs, units, weights, bias } = slots;
  for (const unit of range(units)) {
    const taken = e.taken.length;
    const start = bias === null ? constant(e, 0) : parameter(writer, v, bias + unit);
    const at = (input: number) => weights + unit * inputs + input;
    const directions = range(inputs).map((input) => parameter(writer, v, at(input)));
    const w = source.isInput
      ? []
      : range(inputs).map((input) => parameter(writer, theta, at(input)));
    overRows(writer, () => {
      let z = start;
      directions.forEach((direction, input) => {
        const column = input * columnBytes;
        z = add(e, z, mul(e, direction, load(writer, source.value + column)));
        if (source.isInput) return;
        z = add(e, z, mul(e, w[input], load(writer, source.tangent + column)));
      });
      store(writer, target.tangent + unit * columnBytes, z);
    });
    releaseSince(e, taken);
  }
  return e.body;
}

/** The layer's part of the Hessian times v, and the tangent of the adjoint of h. */
export function backwardTangentCode(place: DensePlace): Body {
  const { slots, source, target, theta, v, out, count } = place;
  const writer = createWriter(count);
  const { e, columnBytes } = writer;
  const { inputs, units, weights, bias } = slots;
  for (const unit of range(units)) {
    const taken = e.taken.length;
    const first = range(inputs).map(() => zero(writer));
    const second = source.isInput ? [] : range(inputs).map(() => zero(writer));
    const whole = bias === null ? null : zero(writer);
    overRows(writer, () => {
      const tangent = load(writer, target.adjointTangent + unit * columnBytes);
      if (whole !== null) addTo(writer, whole, tangent);
      const adjoint = source.isInput ? null : load(writer, target.adjoint + unit * columnBytes);
      first.forEach((sum, input) => {
        const column = input * columnBytes;
        addTo(writer, sum, mul(e, load(writer, source.value + column), tangent));
        if (adjoint === null) return;
        addTo(writer, second[input], mul(e, load(writer, source.tangent + column), adjoint));
      });
    });
    if (bias !== null && whole !== null) {
      storeTotal(writer, out + 8 * (bias + unit), () => pushTotal(e, whole));
    }
    first.forEach((sum, input) => {
      storeTotal(writer, out + 8 * (weights + unit * inputs + input), () => {
        pushTotal(e, sum);
        if (source.isInput) return;
        pushTotal(e, second[input]);
        e.body.bytes.push(op.f64Add);
      });
    });
    releaseSince(e, taken);
  }
  if (source.isInput) return e.body;
  for (const input of range(inputs)) {
    const taken = e.taken.length;
    const at = (unit: number) => weights + unit * inputs + input;
    const w = range(units).map((unit) => parameter(writer, theta, at(unit)));
    const directions = range(units).map((unit) => parameter(writer, v, at(unit)));
    overRows(writer, () => {
      let sum = constant(e, 0);
      w.forEach((weight, unit) => {
        const column = unit * columnBytes;
        sum = add(e, sum, mul(e, directions[unit], load(writer, target.adjoint + column)));
        sum = add(e, sum, mul(e, weight, load(writer, target.adjointTangent + column)));
      });
      store(writer, source.adjointTangent + input * columnBytes, sum);
    });
    releaseSince(e, taken);
  }
  return e.body;
}
