// Keeps the few latest results of a function of texts: a table is asked for again and again, and is slow to read.

/** Enough for a few figures on one page. */
const mostKept = 4;

/** The same function; asked again with the same texts, it gives what it gave before. */
export function keepRecent<K extends readonly (string | null)[], V>(
  make: (...key: K) => V,
): (...key: K) => V {
  let kept: readonly { readonly key: K; readonly value: V }[] = [];
  return (...key) => {
    const known = kept.find((entry) => entry.key.every((text, k) => text === key[k]));
    const entry = known ?? { key, value: make(...key) };
    if (entry !== kept[0]) {
      kept = [entry, ...kept.filter((other) => other !== entry)].slice(0, mostKept);
    }
    return entry.value;
  };
}
