// The forms in which a figure can be put into another page.
import { createRegistry } from '../../../../src/index.ts';
import { react, webComponent } from './component.ts';
import { frame, jupyterBook, quarto, wordpress } from './frame.ts';
import type { SnippetForm } from './snippet.ts';
import { hugo, markdownPicture, mdx, notebook } from './words.ts';

export const snippetForms = createRegistry<SnippetForm>('form of embedding', [
  frame,
  webComponent,
  react,
  markdownPicture,
  hugo,
  quarto,
  jupyterBook,
  mdx,
  wordpress,
  notebook,
]);
