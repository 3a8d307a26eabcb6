// The way of the keyboard through a network: what stands beside, above and below each item.
import type { NetworkGraph, Unit } from './graph.ts';

/** From left to right: the inputs, the weights behind them, the units of the first layer, and so on. */
export function itemColumns({ sizes, weights, units }: NetworkGraph): readonly string[][] {
  const ofUnit = ({ id, bias, normalization }: Unit) => [
    id,
    ...[bias, normalization?.gamma, normalization?.beta].flatMap((each) => each?.name ?? []),
  ];
  return sizes.flatMap((_, layer) => {
    const into = weights.filter((weight) => weight.layer === layer).map(({ name }) => name);
    const own = units.filter((unit) => unit.layer === layer).flatMap(ofUnit);
    return layer === 0 ? [own] : [into, own];
  });
}

/** The item that a key leads to from another; null for a key that leads nowhere. */
export function itemBeside(
  columns: readonly (readonly string[])[],
  item: string,
  key: string,
): string | null {
  const column = columns.findIndex((items) => items.includes(item));
  const here = columns[column];
  if (!here) return columns[0]?.[0] ?? null;
  const row = here.indexOf(item);
  const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value));
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    return here[clamp(row + (key === 'ArrowUp' ? -1 : 1), here.length - 1)] ?? null;
  }
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const next = columns[clamp(column + (key === 'ArrowLeft' ? -1 : 1), columns.length - 1)];
    if (!next || next === here) return item;
    // The same height, however many there are.
    const height = here.length === 1 ? 0 : row / (here.length - 1);
    return next[Math.round(height * (next.length - 1))] ?? null;
  }
  if (key === 'Home') return columns[0]?.[0] ?? null;
  if (key === 'End') return columns[columns.length - 1]?.at(-1) ?? null;
  return null;
}
