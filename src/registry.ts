// A family of interchangeable members (data sets, scalings, optimizers, ...) as one table with one resolver.

/** What every member of every family carries, so that a menu is a loop over a registry. */
export interface Entry {
  /** Short, URL-safe and stable: it is written into links. */
  readonly id: string;
  /** What a reader sees in a menu. */
  readonly label: string;
  /** One plain sentence: what it does and why one would choose it. */
  readonly blurb: string;
}

export interface Registry<T extends Entry> {
  readonly all: readonly T[];
  readonly ids: readonly string[];
  has(id: string): boolean;
  /** @throws {RangeError} `unknown optimizer: adm (known: sgd, momentum, ...)` */
  get(id: string): T;
}

/**
 * @param noun what one member is called in an error message, for example `optimizer`
 * @throws {Error} if two members share an id
 */
export function createRegistry<T extends Entry>(noun: string, all: readonly T[]): Registry<T> {
  const byId = new Map<string, T>();
  for (const entry of all) {
    if (byId.has(entry.id)) throw new Error(`duplicate ${noun}: ${entry.id}`);
    byId.set(entry.id, entry);
  }
  const ids = [...byId.keys()];
  return {
    all,
    ids,
    has: (id) => byId.has(id),
    get(id) {
      const entry = byId.get(id);
      if (!entry) throw new RangeError(`unknown ${noun}: ${id} (known: ${ids.join(', ')})`);
      return entry;
    },
  };
}
