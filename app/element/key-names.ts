// The keys of a link as names that an element's attributes, or a component's properties, have.
import { linkKeys } from '../../src/index.ts';
import { embedKeys } from '../embed/options.ts';

/** All that a figure can be told; `table` is a reader's own table as it stands behind the `#` of a link. */
export const figureKeys: readonly string[] = [
  ...new Set([...linkKeys, ...embedKeys, 'v', 'table']),
];

/** What any element may have, and no figure is told. */
const ofAnyElement = new Set(
  (
    'accesskey autocapitalize autocorrect autofocus class contenteditable dir draggable enterkeyhint exportparts ' +
    'hidden id inert inputmode is itemid itemprop itemref itemscope itemtype lab lang nonce part popover role slot ' +
    'spellcheck style tabindex title translate writingsuggestions'
  ).split(' '),
);

/**
 * The key that an attribute stands for; null for what is no matter of the figure. A word that is no key is its own: the
 * link's reader says that it is not known.
 */
export function keyOf(attribute: string): string | null {
  const name = attribute.toLowerCase();
  if (figureKeys.includes(name)) return name;
  // Marks of frameworks and handlers have other signs in them, or begin like handlers.
  if (!/^[a-z][a-z0-9]*$/.test(name) || name.startsWith('on')) return null;
  return ofAnyElement.has(name) ? null : name;
}

/** Keys and values as what stands in a link from its question mark on, the table behind the `#`. */
export function queryOf(pairs: Iterable<readonly [key: string, value: string]>): string {
  const query: string[] = [];
  let table = '';
  for (const [key, value] of pairs) {
    if (key === 'table') table = `#table=${value}`;
    else query.push(`${encodeURIComponent(key)}=${encodeURIComponent(value)}`);
  }
  return query.join('&') + table;
}
