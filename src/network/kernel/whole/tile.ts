// Where the numbers of a whole training step lie. It passes over the rows a tile at a time, from the inputs to the gradient,
// so that whatever a tile needs stays in the nearest cache, and is done with when the next one comes.
import type { Layout } from '../../layout.ts';
import type { LayerSlots } from '../../slots.ts';

/** Rows of a tile: enough that a layer's weights are worth being loaded for them. */
export const tileRows = 64;
export const columnBytes = 8 * tileRows;
/** Four vectors of two rows: where whole pieces are done, a tile's last rows are rounded up to these. */
export const pieceBytes = 64;

/** One dense layer, and addresses of columns of a tile, one for each unit. */
export interface TileLayer {
  readonly slots: LayerSlots;
  /** What goes in. */
  readonly source: number;
  /** W h + b. */
  readonly sum: number;
  /** What the activation makes of it; the same place, unless the slope needs the sum. */
  readonly value: number;
  /** The derivative of the mean loss by the sum. */
  readonly adjoint: number;
  /** The same of the layer below, with what its slope is read off; null where there is none. */
  readonly below: {
    readonly adjoint: number;
    readonly sum: number;
    readonly value: number;
  } | null;
}

export interface TilePlace {
  readonly layers: readonly TileLayer[];
  /** Both inputs' columns. */
  readonly inputs: number;
  /** How many parameters there are; their values, their gradient, and its sums over even and over odd rows. */
  readonly size: number;
  readonly theta: number;
  readonly gradient: number;
  readonly sums: number;
  /** The sum of the rows' losses, and how many rows there are. */
  readonly loss: number;
  readonly count: number;
  /** The first address behind all. */
  readonly end: number;
}

export function placeTile(layout: Layout, keepsSums: boolean): TilePlace {
  let next = 16;
  const take = (numbers: number) => {
    const address = next;
    next += 16 * Math.ceil(numbers / 2);
    return address;
  };
  const columns = (units: number) => take(units * tileRows);
  const { size } = layout;
  const numbers = { theta: take(size), gradient: take(size), sums: take(2 * size) };
  const loss = take(2);
  const inputs = columns(2);
  const widest = Math.max(...layout.layers.map(({ units }) => units));
  // Adjoints of a layer are read while those below are written.
  const adjoints = [columns(widest), columns(widest)];
  const layers: TileLayer[] = [];
  layout.layers.forEach((slots, k) => {
    const last = layers.at(-1);
    const sum = columns(slots.units);
    layers.push({
      slots,
      source: last ? last.value : inputs,
      sum,
      value: keepsSums ? columns(slots.units) : sum,
      adjoint: adjoints[k % 2],
      below: last ?? null,
    });
  });
  return { ...numbers, layers, inputs, size, loss, count: loss + 8, end: next };
}
