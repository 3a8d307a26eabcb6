// A picture as lines and texts, sharp at any size and open to changes.
import { textFile, type Export } from './export.ts';
import { planSheet } from './sheet.ts';
import { signature } from './signature.ts';
import { createSvgPen, svgText } from './svg-pen.ts';

export const svg: Export = {
  id: 'svg',
  label: 'SVG drawing',
  blurb: 'Lines and texts, sharp at any size; a 3D surface in it stays a picture in pixels.',
  group: 'picture',
  extension: 'svg',
  appliesTo: 'panel',
  words: [],
  make(source) {
    const sheet = planSheet(source);
    const [what, link] = signature(source.session, source.page);
    const description = [sheet.caption, link].filter((text) => text !== '').join(' ');
    const { pen, element } = createSvgPen(sheet.width, sheet.height, what, description);
    sheet.draw(pen);
    return textFile(svgText(element), 'image/svg+xml');
  },
};
