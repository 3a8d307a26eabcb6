// The rows of the tables, each fetched when it is first wanted: what the page is built with, see vite.config.ts.
import { createTableTexts } from './create-table-texts.ts';

export const { tableText, hasTableText, provideTableText, loadTableText } = createTableTexts(
  {},
  {
    'breast-cancer': () => import('./texts/breast-cancer.ts'),
    houses: () => import('./texts/houses.ts'),
    iris: () => import('./texts/iris.ts'),
    penguins: () => import('./texts/penguins.ts'),
    wine: () => import('./texts/wine.ts'),
  },
);
