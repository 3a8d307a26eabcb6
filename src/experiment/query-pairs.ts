// The pairs of a link: keys and values, cut out of a text of any kind, and encoded again.
import { quote } from '../quote.ts';

/** Characters that are read of a query, and of what stands behind its `#`; what follows is left out. */
export const longestQuery = 8192;

/** Behind the `#` of a link stands a table, or something of another program that is none of ours. */
const tablePair = /^table=/;

/** Keys and decoded values, from before and behind a `#`. The first of a repeated key counts. */
export function splitQuery(query: string, notices: string[]): Map<string, string> {
  const values = new Map<string, string>();
  const [before, ...behind] = query.replace(/^[?#]/, '').split('#');
  const hash = behind.join('#');
  const pairs = [
    ...shorten(before, notices).split('&'),
    ...shorten(hash, notices)
      .split('&')
      .filter((pair) => tablePair.test(pair)),
  ];
  const repeated = new Set<string>();
  for (const pair of pairs) {
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

/** Cut where it is too long, and without the last pair, which may be cut in two. */
function shorten(text: string, notices: string[]): string {
  if (text.length <= longestQuery) return text;
  notices.push(
    `The link is longer than ${longestQuery} characters, so the rest of it is left out.`,
  );
  const kept = text.slice(0, longestQuery);
  return kept.slice(0, Math.max(0, kept.lastIndexOf('&')));
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
export function encodeValue(text: string): string {
  return encodeURIComponent(text).replace(/%(2C|3A|5B|5D|7E)/g, (escape) =>
    decodeURIComponent(escape),
  );
}
