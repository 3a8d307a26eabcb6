// What lanes have in common: parameters of the same name, in which the paths of unlike networks can be compared.
import type { SliceLane } from './slice.ts';

/** The names that every lane has, in the first lane's order. */
export function commonNames(lanes: readonly SliceLane[]): string[] {
  const others = lanes.slice(1).map(({ names }) => new Set(names));
  return lanes[0].names.filter((name) => others.every((names) => names.has(name)));
}

/** Where each of the names stands among a lane's parameters. */
export function placesOf(names: readonly string[], { names: all }: SliceLane): Int32Array {
  const places = new Map(all.map((name, i) => [name, i]));
  return Int32Array.from(names, (name) => places.get(name) ?? -1);
}

/** The parameters at these places, of one point or of many. */
export function gather(thetas: Float64Array, size: number, places: Int32Array): Float64Array {
  const count = thetas.length / size;
  const result = new Float64Array(count * places.length);
  for (let row = 0; row < count; row++) {
    for (let k = 0; k < places.length; k++) {
      result[row * places.length + k] = thetas[row * size + places[k]];
    }
  }
  return result;
}

/** Those parameters put back in their places, and 0 everywhere else. */
export function scatter(values: Float64Array, places: Int32Array, size: number): Float64Array {
  const result = new Float64Array(size);
  for (let k = 0; k < places.length; k++) result[places[k]] = values[k];
  return result;
}
