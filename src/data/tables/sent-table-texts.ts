// The rows of the tables in a worker: none of its own, but those that the page has sent.
import { createTableTexts } from './create-table-texts.ts';

export const { tableText, hasTableText, provideTableText, loadTableText } = createTableTexts(
  {},
  {},
);
