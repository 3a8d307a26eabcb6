// The module of a whole training step: tile by tile forward, the loss, and backward; then the gradient from its sums.
import {
  beginLoop,
  call,
  createBody,
  endLoop,
  get,
  i32,
  integer,
  loadVector,
  memory,
  newLocal,
  op,
  set,
  storeVector,
} from '../encoder.ts';
import type { Body } from '../encoder.ts';
import { constant, createEmitter, keep, lanesOf } from '../lanes.ts';
import { encodeModule } from '../module-encoder.ts';
import { pushTotal } from '../scalars.ts';
import { activationCodes } from '../step/activate-code.ts';
import { columnBytes, pieceBytes } from './tile.ts';
import type { TilePlace } from './tile.ts';
import { backwardCode } from './tile-backward.ts';
import { activateCode, forwardCode } from './tile-forward.ts';
import { lossCode, lossCodes } from './tile-loss.ts';
import { createTileWriter, load, overTile, store } from './tile-writer.ts';

/**
 * Exports `step(bytes, inputs, targets)`: the bytes of one column of all rows, 16 or more and a multiple of it; the address of
 * the first input's column, behind which lies the second's; that of the targets.
 */
export function stepBytes(
  place: TilePlace,
  activation: string,
  loss: string,
): Uint8Array<ArrayBuffer> {
  const code = activationCodes[activation];
  const ofLoss = lossCodes[loss];
  if (!code || !ofLoss) throw new Error(`no instructions for ${activation} and ${loss}`);
  const functions: Body[] = [];
  const push = (body: Body) => functions.push(body) - 1;
  const calls: Calls = {
    clear: push(clearCode(place)),
    gather: push(gatherCode(place)),
    forward: place.layers.map((layer) => push(forwardCode(layer, place.theta))),
    activate: push(activateCode(code)),
    loss: push(lossCode(place, ofLoss)),
    backward: place.layers.map((layer) => push(backwardCode(layer, place, code))),
    finish: push(finishCode(place)),
  };
  const step = push(driverCode(place, calls));
  return encodeModule({ functions, exports: { step }, lanes: 2 });
}

/** Indices of functions. */
interface Calls {
  readonly clear: number;
  readonly gather: number;
  readonly forward: readonly number[];
  readonly activate: number;
  readonly loss: number;
  readonly backward: readonly number[];
  readonly finish: number;
}

function driverCode({ layers }: TilePlace, calls: Calls): Body {
  const [bytes, inputs, targets] = [0, 1, 2];
  const body = createBody([i32, i32, i32]);
  const [from, left, exact, rounded] = [0, 1, 2, 3].map(() => newLocal(body, i32));
  const push = (...locals: number[]) => locals.forEach((local) => get(body, local));
  call(body, calls.clear);
  beginLoop(body);
  // The tile's bytes of a column: all of a tile, or what is left.
  push(bytes, from);
  body.bytes.push(op.i32Sub);
  set(body, left);
  push(left);
  integer(body, columnBytes);
  push(left);
  integer(body, columnBytes);
  body.bytes.push(op.i32LessUnsigned, op.select);
  set(body, exact);
  push(exact);
  integer(body, pieceBytes - 1);
  body.bytes.push(op.i32Add);
  integer(body, -pieceBytes);
  body.bytes.push(op.i32And);
  set(body, rounded);
  push(rounded, inputs, from);
  body.bytes.push(op.i32Add);
  push(bytes);
  call(body, calls.gather);
  layers.forEach(({ slots, sum, value }, k) => {
    push(rounded);
    call(body, calls.forward[k]);
    if (k === layers.length - 1) return;
    for (const number of [sum, value, slots.units * columnBytes]) integer(body, number);
    push(rounded);
    call(body, calls.activate);
  });
  push(exact, targets, from);
  body.bytes.push(op.i32Add);
  call(body, calls.loss);
  for (let k = layers.length - 1; k >= 0; k--) {
    push(exact, rounded);
    call(body, calls.backward[k]);
  }
  endLoop(body, from, columnBytes, { local: bytes });
  call(body, calls.finish);
  return body;
}

/** Of the wanted bytes, the address of the tile in the first input's column, and how far behind it the second's is. */
function gatherCode({ inputs }: TilePlace): Body {
  const writer = createTileWriter(3);
  const { e, at } = writer;
  for (const input of [0, 1]) {
    overTile(writer, 0, 1, () => {
      get(e.body, 1);
      if (input === 1) {
        get(e.body, 2);
        e.body.bytes.push(op.i32Add);
      }
      get(e.body, at);
      e.body.bytes.push(op.i32Add);
      loadVector(e.body, 0);
      store(writer, inputs + input * columnBytes, keep(e));
    });
  }
  return e.body;
}

/** All sums begin with 0. */
function clearCode({ size, sums, loss }: TilePlace): Body {
  const body = createBody([]);
  const at = newLocal(body, i32);
  const zero = constant(createEmitter(body, lanesOf.float64), 0);
  beginLoop(body);
  get(body, at);
  get(body, zero);
  storeVector(body, sums);
  endLoop(body, at, 16, 16 * size);
  integer(body, 0);
  body.bytes.push(op.f64Const, ...new Array<number>(8).fill(0));
  memory(body, op.f64Store, loss);
  return body;
}

/** The sum of the even rows and of the odd rows, of each parameter. */
function finishCode({ size, sums, gradient }: TilePlace): Body {
  const writer = createTileWriter(0);
  const { e, at } = writer;
  const { body } = e;
  const target = newLocal(body, i32);
  beginLoop(body);
  const both = load(writer, sums);
  get(body, target);
  pushTotal(e, both);
  memory(body, op.f64Store, gradient);
  get(body, target);
  integer(body, 8);
  body.bytes.push(op.i32Add);
  set(body, target);
  endLoop(body, at, 16, 16 * size);
  return body;
}
