// What a key of a link is, and how one is made from a codec and a field.
import type { Codec } from './codec.ts';
import type { Experiment } from './experiment.ts';
import { notice } from './problem.ts';

export interface Key {
  readonly name: string;
  /** Whether the run depends on it, or only the picture of it. */
  affects(experiment: Experiment): 'run' | 'view';
  /** Whether it means anything for the experiment's data set. */
  applies(experiment: Experiment): boolean;
  read(
    text: string,
    experiment: Experiment,
  ): { readonly experiment: Experiment; readonly notices: readonly string[] };
  write(experiment: Experiment): string;
}

export function codecKey<T>(
  name: string,
  affects: Key['affects'],
  applies: Key['applies'],
  codecFor: (experiment: Experiment) => Codec<T>,
  get: (experiment: Experiment) => T,
  set: (experiment: Experiment, value: T) => Experiment,
): Key {
  return {
    name,
    affects,
    applies,
    read(text, experiment) {
      const codec = codecFor(experiment);
      const { value, problem } = codec.read(text, get(experiment));
      const notices = problem === null ? [] : [notice(name, text, problem, codec.write(value))];
      return { experiment: set(experiment, value), notices };
    },
    write: (experiment) => codecFor(experiment).write(get(experiment)),
  };
}

export const run = () => 'run' as const;
export const view = () => 'view' as const;
export const always = () => true;
