// What a reader opens or pastes as an experiment: a file of ours, or a link. Nothing in it is believed.
import { parseExperiment, type ParsedExperiment } from '../../../src/index.ts';
import { recordFormat } from './experiment-record.ts';

/** Longer texts are no experiment, unless they bring a table. */
const longestText = 4 * 2 ** 20;

export type ReadExperiment =
  (ParsedExperiment & { readonly error: null }) | { readonly error: string };

const refuse = (error: string): ReadExperiment => ({ error });

/** Never throws: what is no experiment is refused, and what is odd in one is replaced, with a sentence each. */
export function readExperiment(text: string): ReadExperiment {
  const given = text.trim();
  if (given === '') return refuse('There is nothing in it.');
  if (given.length > longestText) return refuse('It is too long to be an experiment.');
  return given.startsWith('{') ? readRecord(given) : readLink(given);
}

function readRecord(text: string): ReadExperiment {
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch {
    return refuse('It begins like JSON, but cannot be read to its end.');
  }
  const fields = new Map(Object.entries(record ?? {}));
  const keys = fields.get('experiment');
  if (fields.get('format') !== recordFormat || typeof keys !== 'object' || keys === null) {
    return refuse('It is JSON, but not an experiment saved here.');
  }
  const pairs: string[] = [];
  const v = fields.get('v');
  if (typeof v === 'number' || typeof v === 'string') pairs.push(pair('v', String(v)));
  const notices: string[] = [];
  let table: string | null = null;
  for (const [name, value] of Object.entries(keys)) {
    if (name === 'table' && typeof value === 'string') table = value;
    else if (typeof value === 'string' || typeof value === 'number')
      pairs.push(pair(name, `${value}`));
    else notices.push(`The file’s value of ${JSON.stringify(name)} is no text, so it is left out.`);
  }
  const parsed = parseExperiment(pairs.join('&'), table);
  return { error: null, experiment: parsed.experiment, notices: [...notices, ...parsed.notices] };
}

const pair = (name: string, value: string) =>
  `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;

function readLink(text: string): ReadExperiment {
  if (!URL.canParse(text)) return refuse('It is neither an experiment saved here nor a link.');
  const { search, hash, protocol } = new URL(text);
  if (!/^https?:$|^file:$/.test(protocol)) return refuse('It is not a link to this page.');
  return { error: null, ...parseExperiment(search + hash) };
}
