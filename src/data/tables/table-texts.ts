// The rows of the tables, all there at once: for Node, for workers' tests and for the package.
// The page is built with late-table-texts.ts in this file's place, so that it fetches only what it shows.
import { createTableTexts } from './create-table-texts.ts';
import { text as breastCancer } from './texts/breast-cancer.ts';
import { text as houses } from './texts/houses.ts';
import { text as iris } from './texts/iris.ts';
import { text as penguins } from './texts/penguins.ts';
import { text as wine } from './texts/wine.ts';

const texts = createTableTexts({ 'breast-cancer': breastCancer, houses, iris, penguins, wine }, {});

/** Comma-separated rows of a registered table, the header first. @throws {Error} if they have not been loaded */
export const tableText = (id: string): string => texts.tableText(id);

/** Whether a data set's rows are there; true for whatever is no table. */
export const hasTableText = (id: string): boolean => texts.hasTableText(id);

/** Takes rows that somebody else has loaded, as a page has for its worker. */
export const provideTableText = (id: string, text: string): void =>
  texts.provideTableText(id, text);

/** Resolves when a data set's rows are there; at once for whatever is no table. Rejects if they cannot be fetched. */
export const loadTableText = (id: string): Promise<void> => texts.loadTableText(id);
