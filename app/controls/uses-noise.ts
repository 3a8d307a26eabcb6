// Whether a data set's noise does anything: found out by drawing it with and without.
import type { Dataset } from '../../src/index.ts';

const known = new WeakMap<Dataset, boolean>();

export function usesNoise(dataset: Dataset): boolean {
  const found = known.get(dataset) ?? compare(dataset);
  known.set(dataset, found);
  return found;
}

function compare(dataset: Dataset): boolean {
  if (dataset.table) return false;
  const [still, noisy] = [0, 1].map((noise) => dataset.sample({ count: 200, noise }));
  return (
    String(still?.targets) !== String(noisy?.targets) ||
    String(still?.inputs) !== String(noisy?.inputs)
  );
}
