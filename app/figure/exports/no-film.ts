// What stands in the place of film.ts where one script must be small: the way to where films are made.
import type { Export } from './export.ts';

export const film: Export = {
  id: 'webm',
  label: 'WebM film',
  blurb: 'The run as a film.',
  group: 'film',
  extension: 'webm',
  appliesTo: 'panel',
  words: [],
  lacking: () => 'Films are made on the page with every control.',
  make: () => Promise.reject(new RangeError('films are made on the page with every control')),
};
