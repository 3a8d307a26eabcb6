// An experiment as what stands in a link from its question mark on, and back.
import { crossCheck } from './cross-checks.ts';
import { dataFor } from './data-codec.ts';
import { defaultExperiment } from './defaults.ts';
import type { Experiment } from './experiment.ts';
import { keys } from './keys.ts';
import { encodeValue, longestQuery, splitQuery } from './query-pairs.ts';
import { quote } from '../quote.ts';
import { takeTable, tableKey } from './table/link-table.ts';
import { packTable } from './table/pack-table.ts';
import { keepRecent } from './table/recent.ts';

/** Characters that a link with a table may have; the rest of 8 KB is for the page's address and an embed's own keys. */
export const longestLink = longestQuery - 512;
/** How many unknown keys are named one by one. */
const mostNamed = 5;

/** Every key that a link may have, in the order in which links are written; a reader's own table is not among them. */
export const linkKeys: readonly string[] = keys.map(({ name }) => name);

export interface ParsedExperiment {
  readonly experiment: Experiment;
  /** What had to be replaced or left out, one plain sentence each. They quote the link: show them as text. */
  readonly notices: readonly string[];
}

/**
 * Reads a link from its question mark on: the query, and behind a `#` the reader's own table. Never throws: whatever is
 * unknown, unreadable or out of range is replaced, and a notice says so.
 *
 * @param query with or without its question mark
 * @param table the text of the reader's own table, where it is known already and need not be in the link
 */
export function parseExperiment(query: string, table: string | null = null): ParsedExperiment {
  const notices: string[] = [];
  const values = splitQuery(query, notices);
  const version = values.get('v');
  values.delete('v');
  if (version !== undefined && version !== '1') {
    notices.push(`v ${quote(version)} is not a known version, so 1 is used.`);
  }

  let experiment: Experiment = {
    ...defaultExperiment(),
    data: takeTable(values, table, notices),
  };
  for (const key of keys) {
    const text = values.get(key.name);
    values.delete(key.name);
    if (text === undefined) continue;
    if (!key.applies(experiment)) {
      const { id } = experiment.data;
      notices.push(
        `${key.name} ${quote(text)} has no effect on the data set ${id}, so it is left out.`,
      );
      continue;
    }
    const reading = key.read(text, experiment);
    experiment = reading.experiment;
    notices.push(...reading.notices);
  }

  const unknown = [...values.keys()];
  for (const name of unknown.slice(0, mostNamed)) {
    notices.push(`The link's key ${quote(name)} is not known, so it is left out.`);
  }
  if (unknown.length > mostNamed) {
    notices.push(
      `The link has further unknown keys (${unknown.length - mostNamed}), all left out.`,
    );
  }
  const checked = crossCheck(experiment);
  return { experiment: checked.experiment, notices: [...notices, ...checked.notices] };
}

/**
 * What a link to this experiment has behind its question mark: the query, and with a reader's own table `#table=…`. A
 * table that does not fit is left out, so the link alone does not bring the experiment back: see `linkTable`.
 */
export function formatExperiment(experiment: Experiment): string {
  const query = formatQuery(experiment);
  const { hash, fits } = linkTable(experiment);
  return hash !== '' && fits ? `${query}#${hash}` : query;
}

/**
 * The query of a link to this experiment: keys in their one order, defaults left out, no question mark; empty for the
 * default experiment. What has no effect on the experiment's data set is left out too. A reader's own table is not in it.
 */
export function formatQuery(experiment: Experiment): string {
  return written(experiment, () => true);
}

export interface LinkTable {
  /** The reader's own table as it stands behind the `#` of a link; empty for a registered data set. */
  readonly hash: string;
  /** Characters of query and table together. */
  readonly length: number;
  /** Whether that is short enough for a link. */
  readonly fits: boolean;
}

const pack = keepRecent((text: string) => packTable(text));

/** How a link to this experiment carries the reader's own table. */
export function linkTable(experiment: Experiment): LinkTable {
  const { table } = experiment.data;
  const hash = table === null ? '' : `${tableKey}=${pack(table)}`;
  const length = formatQuery(experiment).length + (hash === '' ? 0 : 1 + hash.length);
  return { hash, length, fits: hash === '' || length <= longestLink };
}

/** What of the experiment its run depends on: two experiments with the same key train alike, step for step. */
export function runKey(experiment: Experiment): string {
  const query = written(experiment, (key) => key.affects(experiment) === 'run');
  const { table } = experiment.data;
  return table === null ? query : `${query}\n${table}`;
}

function written(
  experiment: Experiment,
  isWanted: (key: (typeof keys)[number]) => boolean,
): string {
  const base = { ...defaultExperiment(), data: dataFor(experiment.data.id, experiment.data.table) };
  const defaultData = defaultExperiment().data.id;
  return keys
    .filter((key) => isWanted(key) && key.applies(experiment))
    .flatMap((key) => {
      const text = key.write(experiment);
      const initial = key.name === 'data' ? defaultData : key.write(base);
      return text === initial ? [] : [`${key.name}=${encodeValue(text)}`];
    })
    .join('&');
}
