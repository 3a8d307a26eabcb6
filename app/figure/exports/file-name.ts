// What an exported file is called: after the data set and the seed, so that two of them can be told apart.
import type { Experiment } from '../../../src/index.ts';

/** `normscape-wine-seed1-raw-bn-loss.csv`. */
export function fileName(
  { data, seed }: Pick<Experiment, 'data' | 'seed'>,
  words: readonly string[],
  extension: string,
): string {
  const name = ['normscape', data.id, `seed${seed}`, ...words]
    .join('-')
    .replace(/[^a-zA-Z0-9.]+/g, '-')
    .slice(0, 100);
  return `${name}.${extension}`;
}
