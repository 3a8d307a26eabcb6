// Lanes in a link: `raw,standard+bn~lr:0.3`.
import { quote } from '../quote.ts';
import { scalings } from '../scaling/index.ts';
import type { LanePatch, Settings } from './experiment.ts';
import { notice } from './problem.ts';
import { mergeSettings } from './resolve.ts';
import { settingKeys } from './setting-keys.ts';

export const maximumLanes = 4;

type Place = LanePatch['normalization'];

const places: readonly { readonly token: string; readonly place: Place }[] = [
  { token: 'bn', place: 'before' },
  { token: 'bn-after', place: 'after' },
  { token: 'bn-input', place: 'input' },
  { token: 'ln', place: 'layer' },
];

/** A plus sign may have come as it is, or as the space that form decoding makes of it. */
const plus = /[+ ]+/;

/**
 * Gives every lane the id that a link would give it: its scaling and normalization, as in `raw+bn`, and a number
 * behind it where that is taken. Use it after lanes were added, removed or changed.
 */
export function nameLanes(patches: readonly Omit<LanePatch, 'id'>[]): LanePatch[] {
  const taken = new Set<string>();
  return patches.map(({ scaling, normalization, overrides }) => {
    const head = headOf(scaling, normalization);
    let id = head;
    for (let k = 2; taken.has(id); k++) id = `${head}-${k}`;
    taken.add(id);
    return { id, scaling, normalization, overrides };
  });
}

export function writeLanes(lanes: readonly LanePatch[]): string {
  return lanes
    .map(({ scaling, normalization, overrides }) => {
      const settings = settingKeys.flatMap((key) => {
        const text = key.write(overrides);
        return text === null ? [] : [`~${key.name}:${text}`];
      });
      return headOf(scaling, normalization) + settings.join('');
    })
    .join(',');
}

/** @param settings the experiment's, for values that cannot be read */
export function readLanes(
  text: string,
  settings: Settings,
  fallback: readonly LanePatch[],
): { readonly lanes: readonly LanePatch[]; readonly notices: readonly string[] } {
  const notices: string[] = [];
  const tokens = text.split(',').filter((token) => token.trim() !== '');
  const patches = tokens
    .slice(0, maximumLanes)
    .flatMap((token) => readLane(token.trim(), settings, notices) ?? []);
  if (tokens.length > maximumLanes) {
    notices.push(`lanes ${quote(text)} has more than ${maximumLanes}, so the first are used.`);
  }
  if (patches.length === 0) {
    notices.push(notice('lanes', text, 'names no lane', writeLanes(fallback)));
    return { lanes: fallback, notices };
  }
  return { lanes: nameLanes(patches), notices };
}

function readLane(
  token: string,
  settings: Settings,
  notices: string[],
): Omit<LanePatch, 'id'> | null {
  const [head, ...parts] = token.split('~');
  const [first, second, ...rest] = head.trim().split(plus);
  const scaling = first === 'raw' ? 'none' : first;
  if (!scalings.has(scaling)) {
    notices.push(`lanes ${quote(first)} is not a known scaling, so that lane is left out.`);
    return null;
  }
  const place = places.find((entry) => entry.token === second);
  if ((second !== undefined && !place) || rest.length > 0) {
    notices.push(notice('lanes', head, 'has an unknown normalization', place?.token ?? ''));
  }
  let overrides: Partial<Settings> = {};
  for (const part of parts) {
    const colon = part.indexOf(':');
    const name = part.slice(0, Math.max(0, colon)).trim();
    const key = settingKeys.find((entry) => entry.name === name);
    if (!key) {
      notices.push(`lanes ${quote(part)} is not a setting of a lane, so it is left out.`);
      continue;
    }
    const value = part.slice(colon + 1);
    const reading = key.read(value, settings);
    if (reading.problem !== null) {
      const used = key.write(reading.value) ?? '';
      notices.push(notice(`lanes ~${name}`, value, reading.problem, used));
    }
    overrides = mergeSettings(overrides, reading.value);
  }
  return { scaling, normalization: place?.place ?? 'none', overrides };
}

function headOf(scaling: string, normalization: Place): string {
  const token = places.find((entry) => entry.place === normalization)?.token;
  return (scaling === 'none' ? 'raw' : scaling) + (token === undefined ? '' : `+${token}`);
}
