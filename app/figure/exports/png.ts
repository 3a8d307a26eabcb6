// A picture in pixels, two for each of CSS.
import type { Export } from './export.ts';
import { paintSheet, planSheet } from './sheet.ts';

const ratio = 2;

export const png: Export = {
  id: 'png',
  label: 'PNG picture',
  blurb: 'Pixels, fine enough for print: for slides, documents and messages.',
  group: 'picture',
  extension: 'png',
  appliesTo: 'panel',
  words: [],
  make(source) {
    const canvas = paintSheet(planSheet(source), ratio);
    return new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob) resolve(blob);
        else reject(new RangeError('this browser cannot make so large a picture'));
      }, 'image/png');
    });
  },
};
