// The losses of a tile's rows and their derivatives by the outputs, with the bits of losses.ts: a mean is a sum row by row.
import { f64, get, i32, loadVector, memory, newLocal, op, set, simd } from '../encoder.ts';
import type { Body } from '../encoder.ts';
import { exp, log1p } from '../elementary.ts';
import { abs, add, choose, constant, div, keep, less, max, mul, neg, sub } from '../lanes.ts';
import type { Emitter } from '../lanes.ts';
import { readDouble } from '../scalars.ts';
import type { TilePlace } from './tile.ts';
import { createTileWriter, load, overTile, parameter, store } from './tile-writer.ts';

/** The loss of two rows with outputs o and targets y, and its derivative, before it is divided by the number of rows. */
type LossCode = (e: Emitter, o: number, y: number) => { value: number; derivative: number };

export const lossCodes: Readonly<Partial<Record<string, LossCode>>> = {
  mse(e, o, y) {
    const error = sub(e, o, y);
    return { value: mul(e, error, error), derivative: mul(e, constant(e, 2), error) };
  },
  bce(e, o, y) {
    const zero = constant(e, 0);
    const one = constant(e, 1);
    const decay = exp(e, neg(e, abs(e, o)));
    const value = add(e, sub(e, max(e, o, zero), mul(e, o, y)), log1p(e, decay));
    const near = div(e, one, add(e, one, decay));
    const far = div(e, decay, add(e, one, decay));
    const rest = sub(e, one, y);
    const below = sub(e, mul(e, rest, far), mul(e, y, near));
    const above = sub(e, mul(e, rest, near), mul(e, y, far));
    return { value, derivative: choose(e, less(e, o, zero), below, above) };
  },
};

/** Of the bytes of each column that count, and the address of the tile's targets. */
export function lossCode(place: TilePlace, code: LossCode): Body {
  const writer = createTileWriter(2);
  const { e, at } = writer;
  const { body } = e;
  const total = newLocal(body, f64);
  const address = newLocal(body, i32);
  const output = place.layers[place.layers.length - 1];
  const count = parameter(writer, place.count);
  readDouble(e, place.loss);
  set(body, total);
  overTile(writer, 0, 1, () => {
    get(body, 1);
    get(body, at);
    body.bytes.push(op.i32Add);
    set(body, address);
    get(body, address);
    loadVector(body, 0);
    const y = keep(e);
    const { value, derivative } = code(e, load(writer, output.sum), y);
    store(writer, output.adjoint, div(e, derivative, count));
    for (const lane of [0, 1]) {
      get(body, total);
      get(body, value);
      simd(body, e.lanes.extract);
      body.bytes.push(lane, op.f64Add);
      set(body, total);
    }
  });
  body.bytes.push(op.i32Const, 0);
  get(body, total);
  memory(body, op.f64Store, place.loss);
  return body;
}
