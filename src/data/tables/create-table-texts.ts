// The rows of the tables by the ids of their data sets: those that are there, and where the others can be had.

export interface TableTexts {
  /** Comma-separated rows, the header first. @throws {Error} if they have not been loaded */
  tableText(id: string): string;
  /** False for rows that must be loaded first; true for whatever is no table. */
  hasTableText(id: string): boolean;
  /** Rows that somebody else has loaded, as a page has for its worker. */
  provideTableText(id: string, text: string): void;
  /** Resolves when the rows are there; at once for whatever is no table. Rejects if they cannot be fetched. */
  loadTableText(id: string): Promise<void>;
}

type Sources = Readonly<Record<string, () => Promise<{ readonly text: string }>>>;

export function createTableTexts(
  known: Readonly<Record<string, string>>,
  sources: Sources,
): TableTexts {
  const texts = new Map(Object.entries(known));
  const later = new Map(Object.entries(sources));
  return {
    tableText(id) {
      const text = texts.get(id);
      if (text === undefined) throw new Error(`missing rows: ${id} (loadTableText first)`);
      return text;
    },
    hasTableText: (id) => texts.has(id) || !later.has(id),
    provideTableText(id, text) {
      texts.set(id, text);
    },
    async loadTableText(id) {
      const source = later.get(id);
      if (source && !texts.has(id)) texts.set(id, (await source()).text);
    },
  };
}
