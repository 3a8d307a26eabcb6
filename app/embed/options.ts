// The keys of an embed's address that the page does not know, read apart from the experiment's.
import { controlLevels, partIds, type ControlLevel, type PartId } from './parts.ts';

export interface EmbedOptions {
  readonly controls: ControlLevel;
  /** Parts left out, over those that the level of controls leaves out. */
  readonly hide: readonly PartId[];
  /** Whether a large play button lies over the figure until it is first started. */
  readonly poster: boolean;
  /** Whether the run starts by itself, as soon as the figure is seen. */
  readonly autoplay: boolean;
}

export const defaultOptions: EmbedOptions = {
  controls: 'mini',
  hide: [],
  poster: true,
  autoplay: false,
};

export interface EmbedQuery {
  readonly options: EmbedOptions;
  /** What is left for the experiment. */
  readonly query: string;
  /** What had to be replaced, one sentence each. They quote the address: show them as text. */
  readonly notices: readonly string[];
}

/** Longer pieces of the address are not shown back. */
const longestQuote = 40;
/** How many unknown parts are named. */
const mostNamed = 5;

/**
 * @param query with or without its question mark; what stands behind a `#` is left for the experiment
 * @param before what holds for the keys that the query does not name
 */
export function readEmbedQuery(query: string, before: EmbedOptions = defaultOptions): EmbedQuery {
  const { own, rest } = split(query);
  const notices: string[] = [];
  const word = <T extends string>(key: string, known: readonly T[], fallback: T): T => {
    const text = own.get(key);
    if (text === undefined) return fallback;
    const value = known.find((candidate) => candidate === text.trim());
    if (value === undefined) {
      notices.push(
        `${key} ${quote(text)} is not one of ${known.join(', ')}, so ${fallback} is used.`,
      );
    }
    return value ?? fallback;
  };
  const flag = (key: string, fallback: boolean) =>
    word(key, ['0', '1'], fallback ? '1' : '0') === '1';
  const options: EmbedOptions = {
    controls: word('controls', controlLevels, before.controls),
    hide: readParts(own.get('hide'), before.hide, notices),
    poster: flag('poster', before.poster),
    autoplay: flag('autoplay', before.autoplay),
  };
  return { options, query: rest, notices };
}

/** Whether a query has this key, whatever its value. */
export function hasKey(query: string, key: string): boolean {
  return pairs(query).some(([name]) => name === key);
}

function readParts(
  text: string | undefined,
  before: readonly PartId[],
  notices: string[],
): readonly PartId[] {
  if (text === undefined) return before;
  const words = text
    .split(',')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const isPart = (piece: string): piece is PartId => partIds.some((id) => id === piece);
  const unknown = [...new Set(words)].filter((piece) => !isPart(piece));
  if (unknown.length > 0) {
    const named = unknown.slice(0, mostNamed).map(quote).join(', ');
    const more = unknown.length > mostNamed ? `, and ${unknown.length - mostNamed} more` : '';
    notices.push(
      `hide has unknown parts, which are left out: ${named}${more} (known: ${partIds.join(', ')}).`,
    );
  }
  return partIds.filter((id) => words.includes(id));
}

/** What the embed knows beside the experiment's keys. */
export const embedKeys: readonly string[] = ['controls', 'hide', 'poster', 'autoplay'];

/** The first of a repeated key counts, as in the experiment's link. */
function split(query: string) {
  const own = new Map<string, string>();
  const rest: string[] = [];
  for (const [name, value, pair] of pairs(query)) {
    if (!embedKeys.includes(name)) rest.push(pair);
    else if (!own.has(name)) own.set(name, value);
  }
  const [, ...behind] = bare(query).split('#');
  return { own, rest: [rest.join('&'), ...behind].join('#') };
}

const bare = (query: string) => query.replace(/^[?#]/, '');

/** Key, value and the text of both as it stands in the query. */
function pairs(query: string): (readonly [string, string, string])[] {
  return (bare(query).split('#')[0] ?? '')
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const equals = pair.indexOf('=');
      if (equals < 0) return [decode(pair), '', pair];
      return [decode(pair.slice(0, equals)), decode(pair.slice(equals + 1)), pair];
    });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** In quotation marks, shortened, and without characters that would hide or turn round the text after them. */
function quote(text: string): string {
  const characters = [...text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '\u00b7')];
  const cut = characters.length > longestQuote ? '\u2026' : '';
  return `\u201c${characters.slice(0, longestQuote).join('')}${cut}\u201d`;
}
