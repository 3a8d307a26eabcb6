// What an export is: a file made of a figure as it stands.
import type { Entry } from '../../../src/index.ts';
import type { FigureSession, LaneView } from '../../session/types.ts';

/** What a reader wants to have. */
export interface ExportSource {
  readonly session: FigureSession;
  /** The figure's element: where its colours hold and its pictures stand. */
  readonly figure: HTMLElement;
  /** The lanes that it is made of, at least one. */
  readonly views: readonly LaneView[];
  /** Ids of the panels that a picture shows; what is no picture does not ask. */
  readonly panels: readonly string[];
  /** An address in the folder of the page with every control, if this one is not there. */
  readonly page?: string | undefined;
  /** Steps a second of a film. */
  readonly speed?: number;
  /** Told how much of a long work is done, 0 to 1. */
  readonly onProgress?: (part: number) => void;
  /** Ends a long work before its time. */
  readonly signal?: AbortSignal;
}

/** Exports that stand together in the menu. */
export type ExportGroup = 'picture' | 'film' | 'numbers' | 'program' | 'experiment' | 'citation';

export interface Export extends Entry {
  readonly group: ExportGroup;
  /** What the file's name ends with, without the dot. */
  readonly extension: string;
  /** Made of the panels that were chosen, of one lane, or of the whole run. */
  readonly appliesTo: 'panel' | 'lane' | 'run';
  /** Words for the file's name, beside the data set and the seed. */
  readonly words: readonly string[];
  /** Why it cannot be had here, as a sentence; null, or left out, where it can. */
  readonly lacking?: () => string | null;
  /** @throws {RangeError} saying what it cannot be made of */
  make(source: ExportSource): Blob | Promise<Blob>;
}

/** A text as a file. */
export function textFile(text: string, type: string): Blob {
  return new Blob([text], { type: `${type};charset=utf-8` });
}
