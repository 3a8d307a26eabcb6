// Forward through a tile: what a dense layer and an activation make of its rows, with the bits of dense.ts and activate.ts.
import {
  beginLoop,
  createBody,
  endLoop,
  get,
  i32,
  loadVector,
  newLocal,
  op,
  set,
  storeVector,
} from '../encoder.ts';
import type { Body } from '../encoder.ts';
import {
  add,
  constant,
  createEmitter,
  interleaved,
  keep,
  lanesOf,
  mul,
  releaseSince,
} from '../lanes.ts';
import type { Emitter } from '../lanes.ts';
import type { ActivationCode } from '../step/activate-code.ts';
import { columnBytes, pieceBytes } from './tile.ts';
import type { TileLayer } from './tile.ts';
import { blocks, createTileWriter, load, overTile, parameter, store } from './tile-writer.ts';

/**
 * z = W h + b, for so many bytes of each column, rounded up to whole pieces: two units and four inputs at a time, whose
 * weights stay in registers.
 */
export function forwardCode({ slots, source, sum }: TileLayer, theta: number): Body {
  const writer = createTileWriter(1);
  const { e } = writer;
  const { inputs, weights, bias } = slots;
  for (const units of blocks(slots.units, 2)) {
    for (const block of blocks(inputs, 4)) {
      const taken = e.taken.length;
      const isFirst = block[0] === 0;
      const rows = units.map((unit) => ({
        target: sum + unit * columnBytes,
        start: isFirst && bias !== null ? parameter(writer, theta + 8 * (bias + unit)) : null,
        w: block.map((input) => parameter(writer, theta + 8 * (weights + unit * inputs + input))),
      }));
      overTile(writer, 0, 2, () => {
        for (const vector of [0, 1]) {
          const h = block.map((input) => load(writer, source + input * columnBytes, vector));
          const z = rows.map(({ target, start }) =>
            isFirst ? (start ?? constant(e, 0)) : load(writer, target, vector),
          );
          interleaved(e, rows.length, (k) => {
            store(writer, rows[k].target, weighted(e, z[k], rows[k].w, h), vector);
          });
        }
      });
      releaseSince(e, taken);
    }
  }
  return e.body;
}

/** Of four terms, or two, or one, as dense.ts adds them. */
function weighted(e: Emitter, start: number, w: readonly number[], h: readonly number[]): number {
  const term = (k: number) => mul(e, w[k], h[k]);
  const pair = (k: number) => add(e, term(k), term(k + 1));
  if (w.length === 4) return add(e, add(e, start, pair(0)), pair(2));
  const z = w.length > 1 ? add(e, start, pair(0)) : start;
  return w.length === 2 ? z : add(e, z, term(w.length - 1));
}

/** Of two addresses of columns, the bytes of all columns, and the bytes of each that are wanted: h from z. */
export function activateCode({ evaluate }: ActivationCode): Body {
  const body = createBody([i32, i32, i32, i32]);
  const e = createEmitter(body, lanesOf.float64);
  const column = newLocal(body, i32);
  const at = newLocal(body, i32);
  const end = newLocal(body, i32);
  const pushAddress = (start: number) => {
    get(body, start);
    get(body, at);
    body.bytes.push(op.i32Add);
  };
  beginLoop(body);
  get(body, column);
  set(body, at);
  get(body, column);
  get(body, 3);
  body.bytes.push(op.i32Add);
  set(body, end);
  beginLoop(body);
  const taken = e.taken.length;
  interleaved(e, pieceBytes / 16, (vector) => {
    pushAddress(0);
    loadVector(body, 16 * vector);
    const h = evaluate(e, keep(e));
    pushAddress(1);
    get(body, h);
    storeVector(body, 16 * vector);
  });
  releaseSince(e, taken);
  endLoop(body, at, pieceBytes, { local: end });
  endLoop(body, column, columnBytes, { local: 2 });
  return body;
}
