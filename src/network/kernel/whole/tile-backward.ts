// Backward through a tile: what a dense layer adds to the gradient, and the adjoints below its slope, with the bits of dense.ts
// and activate.ts.
import type { Body } from '../encoder.ts';
import { add, interleaved, mul, releaseSince } from '../lanes.ts';
import type { ActivationCode } from '../step/activate-code.ts';
import { columnBytes } from './tile.ts';
import type { TileLayer, TilePlace } from './tile.ts';
import {
  addTo,
  blocks,
  createTileWriter,
  leave,
  load,
  overTile,
  parameter,
  resume,
  store,
} from './tile-writer.ts';
import type { TileWriter } from './tile-writer.ts';

/** Of the bytes of each column that count, and those rounded up to whole pieces. */
export function backwardCode(layer: TileLayer, place: TilePlace, activation: ActivationCode): Body {
  const writer = createTileWriter(2);
  writeGradient(writer, layer, place.sums);
  writeAdjoints(writer, layer, place.theta, activation);
  return writer.e.body;
}

/** As many sums at once as stay in registers, with what they are made of. */
function shapeOf(inputs: number, units: number): [units: number, inputs: number] {
  if (units === 1) return [1, 8];
  return inputs > 2 ? [2, 4] : [3, 2];
}

function writeGradient(writer: TileWriter, layer: TileLayer, sums: number): void {
  const { slots, source, adjoint } = layer;
  const { inputs, weights, bias } = slots;
  const { e } = writer;
  const [unitsAtOnce, inputsAtOnce] = shapeOf(inputs, slots.units);
  const readAdjoint = (unit: number) => load(writer, adjoint + unit * columnBytes);
  for (const units of blocks(slots.units, unitsAtOnce)) {
    for (const block of blocks(inputs, inputsAtOnce)) {
      const indices = block.map((input) => units.map((unit) => weights + unit * inputs + input));
      overSums(writer, sums, indices.flat(), (held) => {
        const adjoints = units.map(readAdjoint);
        block.forEach((input, row) => {
          const h = load(writer, source + input * columnBytes);
          adjoints.forEach((value, k) => {
            addTo(writer, held[row * units.length + k], mul(e, h, value));
          });
        });
      });
    }
  }
  if (bias === null) return;
  for (const units of blocks(slots.units, 8)) {
    const indices = units.map((unit) => bias + unit);
    overSums(writer, sums, indices, (held) => {
      units.forEach((unit, k) => addTo(writer, held[k], readAdjoint(unit)));
    });
  }
}

/** The loop over the rows that count, with the sums of the named parameters at hand. */
function overSums(
  writer: TileWriter,
  sums: number,
  indices: readonly number[],
  write: (held: readonly number[]) => void,
): void {
  const taken = writer.e.taken.length;
  const held = indices.map((index) => resume(writer, sums + 16 * index));
  overTile(writer, 0, 1, () => write(held));
  held.forEach((sum, k) => leave(writer, sums + 16 * indices[k], sum));
  releaseSince(writer.e, taken);
}

/** Two inputs and four units at a time, as in the other direction. */
function writeAdjoints(
  writer: TileWriter,
  { slots, adjoint, below }: TileLayer,
  theta: number,
  { derivative }: ActivationCode,
): void {
  if (!below) return;
  const { e } = writer;
  const { inputs, weights } = slots;
  for (const columns of blocks(inputs, 2)) {
    for (const units of blocks(slots.units, 4)) {
      const taken = e.taken.length;
      const isFirst = units[0] === 0;
      const isLast = units.at(-1) === slots.units - 1;
      const w = columns.map((input) =>
        units.map((unit) => parameter(writer, theta + 8 * (weights + unit * inputs + input))),
      );
      overTile(writer, 1, 2, () => {
        for (const vector of [0, 1]) {
          const values = units.map((unit) => load(writer, adjoint + unit * columnBytes, vector));
          interleaved(e, columns.length, (k) => {
            const column = columns[k] * columnBytes;
            const terms = values.map((value, unit) => mul(e, w[k][unit], value));
            // Not from 0 on, as dense.ts does: that differs in the sign of a 0 at most, of which sums that begin with 0 know nothing.
            if (!isFirst) terms.unshift(load(writer, below.adjoint + column, vector));
            const sum = terms.reduce((total, term) => add(e, total, term));
            if (!isLast) return store(writer, below.adjoint + column, sum, vector);
            const h = load(writer, below.value + column, vector);
            const z = below.sum === below.value ? h : load(writer, below.sum + column, vector);
            store(writer, below.adjoint + column, mul(e, sum, derivative(e, z, h)), vector);
          });
        }
      });
      releaseSince(e, taken);
    }
  }
}
