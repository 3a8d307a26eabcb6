// The exports: files that can be made of a figure, in the order of their menu.
import { createRegistry } from '../../../src/index.ts';
import { bibtex } from './bibtex.ts';
import { experimentJson } from './experiment-json.ts';
import type { Export } from './export.ts';
import { film } from './film.ts';
import { png } from './png.ts';
import { numpy, pytorch } from './programs.ts';
import { runCsv } from './run-csv.ts';
import { runJson } from './run-json.ts';
import { surfaceCsv } from './surface-csv.ts';
import { surfaceJson } from './surface-json.ts';
import { svg } from './svg.ts';

export const exports = createRegistry<Export>('export', [
  png,
  svg,
  film,
  runCsv,
  runJson,
  surfaceCsv,
  surfaceJson,
  pytorch,
  numpy,
  experimentJson,
  bibtex,
]);
