// An experiment as a record to keep: the keys of its link by name, and the link itself.
import { formatQuery, type Experiment } from '../../../src/index.ts';
import { pageLink } from '../../page-link.ts';
import { version } from '../../version.ts';

/** What a file of an experiment holds; what a reader wrote into it by hand may be anything. */
export interface ExperimentRecord {
  readonly format: 'normscape experiment';
  /** Of the link's keys: what they mean when left out is fixed for each version. */
  readonly v: number;
  readonly software: string;
  readonly link: string;
  /** The keys that differ from their defaults, with their values as in a link. */
  readonly experiment: Readonly<Record<string, string>>;
}

export const recordFormat = 'normscape experiment';

export function experimentRecord(experiment: Experiment, page?: string): ExperimentRecord {
  const keys = [...new URLSearchParams(plusSafe(formatQuery(experiment)))];
  const { table } = experiment.data;
  return {
    format: recordFormat,
    v: experiment.version,
    software: `Normscape ${version}`,
    link: pageLink(experiment, page),
    // A reader's own table stands there as it was given, since a file need not be short.
    experiment: { ...Object.fromEntries(keys), ...(table !== null && { table }) },
  };
}

/** In a link a plus sign is a plus sign, and not a space as in a form. */
const plusSafe = (query: string) => query.replaceAll('+', '%2B');
