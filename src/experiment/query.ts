// An experiment as the query of a link, and back.
import { crossCheck } from './cross-checks.ts';
import { dataFor } from './data-codec.ts';
import { defaultExperiment } from './defaults.ts';
import type { Experiment } from './experiment.ts';
import { keys } from './keys.ts';
import { quote } from '../quote.ts';

/** Characters of a query that are read; what follows is left out. */
const longestQuery = 8192;
/** How many unknown keys are named one by one. */
const mostNamed = 5;

export interface ParsedExperiment {
  readonly experiment: Experiment;
  /** What had to be replaced or left out, one plain sentence each. They quote the link: show them as text. */
  readonly notices: readonly string[];
}

/**
 * Reads the query of a link, with or without its question mark. Never throws: whatever is unknown, unreadable or out
 * of range is replaced, and a notice says so.
 */
export function parseExperiment(query: string): ParsedExperiment {
  const notices: string[] = [];
  const values = split(query, notices);
  const version = values.get('v');
  values.delete('v');
  if (version !== undefined && version !== '1') {
    notices.push(`v ${quote(version)} is not a known version, so 1 is used.`);
  }

  let experiment = defaultExperiment();
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
 * The query of a link to this experiment: keys in their one order, defaults left out, no question mark; empty for the
 * default experiment. What has no effect on the experiment's data set is left out too.
 */
export function formatExperiment(experiment: Experiment): string {
  return written(experiment, () => true);
}

/** What of the experiment its run depends on: two experiments with the same key train alike, step for step. */
export function runKey(experiment: Experiment): string {
  return written(experiment, (key) => key.affects(experiment) === 'run');
}

function written(
  experiment: Experiment,
  isWanted: (key: (typeof keys)[number]) => boolean,
): string {
  const base = { ...defaultExperiment(), data: dataFor(experiment.data.id) };
  const defaultData = defaultExperiment().data.id;
  return keys
    .filter((key) => isWanted(key) && key.applies(experiment))
    .flatMap((key) => {
      const text = key.write(experiment);
      const initial = key.name === 'data' ? defaultData : key.write(base);
      return text === initial ? [] : [`${key.name}=${encode(text)}`];
    })
    .join('&');
}

/** Keys and decoded values. The first of a repeated key counts. */
function split(query: string, notices: string[]): Map<string, string> {
  const values = new Map<string, string>();
  let text = query.replace(/^[?#]/, '');
  if (text.length > longestQuery) {
    // The last pair may be cut in two, so it goes as well.
    text = text.slice(0, longestQuery);
    text = text.slice(0, Math.max(0, text.lastIndexOf('&')));
    notices.push(
      `The link is longer than ${longestQuery} characters, so the rest of it is left out.`,
    );
  }
  const repeated = new Set<string>();
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    if (values.has(name)) repeated.add(name);
    else values.set(name, equals < 0 ? '' : decode(pair.slice(equals + 1)));
  }
  if (repeated.size > 0) {
    const [name] = repeated;
    notices.push(`The link gives ${quote(name)} more than once, so the first is used.`);
  }
  return values;
}

/** A plus sign stays a plus sign: it belongs to lanes and to exponents. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** As `encodeURIComponent`, but leaving readable what a query may hold. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/%(2C|3A|5B|5D|7E)/g, (escape) =>
    decodeURIComponent(escape),
  );
}
