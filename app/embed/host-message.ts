// What the page around an embed may ask for: read from an unknown value, and nothing believed of it.

export type HostMessage =
  | { readonly type: 'play' | 'pause' | 'reset' | 'get-state' }
  | { readonly type: 'step'; readonly count: number }
  | { readonly type: 'seek'; readonly step: number }
  | { readonly type: 'set'; readonly query: string }
  | { readonly type: 'theme'; readonly theme: (typeof themes)[number] }
  | { readonly type: 'snapshot'; readonly panel: string; readonly format: string };

/** The name and the version of every message, in both directions. */
export const envelope = { source: 'normscape', v: 1 } as const;

const themes = ['auto', 'light', 'dark'] as const;
/** No message moves a run by more steps than this. */
const mostSteps = 1_000_000;
/** Longer texts belong to no honest message. */
const longestQuery = 8192;
const longestWord = 40;

type Fields = Readonly<Record<string, unknown>>;

const readers = new Map<unknown, (fields: Fields) => HostMessage | null>([
  ['play', () => ({ type: 'play' })],
  ['pause', () => ({ type: 'pause' })],
  ['reset', () => ({ type: 'reset' })],
  ['get-state', () => ({ type: 'get-state' })],
  [
    'step',
    ({ count = 1 }) => {
      const steps = wholeNumber(count, 1);
      return steps === null ? null : { type: 'step', count: steps };
    },
  ],
  [
    'seek',
    ({ step }) => {
      const target = wholeNumber(step, 0);
      return target === null ? null : { type: 'seek', step: target };
    },
  ],
  [
    'set',
    ({ query }) => {
      const text = shortText(query, longestQuery);
      return text === null ? null : { type: 'set', query: text };
    },
  ],
  [
    'theme',
    ({ theme }) => {
      const known = themes.find((candidate) => candidate === theme);
      return known ? { type: 'theme', theme: known } : null;
    },
  ],
  [
    'snapshot',
    ({ panel, format = 'png' }) => {
      const [id, kind] = [shortText(panel, longestWord), shortText(format, longestWord)];
      return id === null || kind === null ? null : { type: 'snapshot', panel: id, format: kind };
    },
  ],
]);

/**
 * The message in a `MessageEvent`'s data; null for whatever is not one, to be ignored. Numbers are rounded and held
 * within their limits; fields that a message does not have are dropped.
 */
export function readHostMessage(data: unknown): HostMessage | null {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
  // Copied, so that nothing inherited counts as a field.
  const fields: Fields = { ...data };
  if (fields['source'] !== envelope.source || fields['v'] !== envelope.v) return null;
  return readers.get(fields['type'])?.(fields) ?? null;
}

function wholeNumber(value: unknown, least: number): number | null {
  if (typeof value !== 'number' || Number.isNaN(value)) return null;
  return Math.round(Math.min(Math.max(value, least), mostSteps));
}

function shortText(value: unknown, longest: number): string | null {
  return typeof value === 'string' && value.length <= longest ? value : null;
}
