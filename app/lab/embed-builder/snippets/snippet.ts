// What a form of embedding is: a text to paste, and what the place it is pasted into must have.
import type { Entry } from '../../../../src/index.ts';
import type { EmbedFigure } from '../embed-choices.ts';

/** A file that must be there once, before the text can be pasted. */
export interface SetUp {
  readonly file: string;
  readonly text: string;
}

export interface SnippetForm extends Entry {
  write(figure: EmbedFigure): string;
  /** What the host needs, one sentence each. */
  needs(figure: EmbedFigure): readonly string[];
  readonly setUp?: SetUp;
}

export const originOf = ({ address }: Pick<EmbedFigure, 'address'>): string =>
  URL.canParse(address) ? new URL(address).origin : address;
