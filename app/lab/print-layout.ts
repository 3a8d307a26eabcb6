// Pictures are painted at the size that they have on the screen: on paper they keep it, and the whole figure is scaled to
// the width of a sheet.

/** In CSS pixels: what is left of a sheet of A4 or Letter between its usual margins, and those of the page. */
const sheetWidth = 670;

/** Gives figure.css what it needs to know in print, and must be called before anything is painted for it. */
export function freezeForPrint(scope: ParentNode): void {
  for (const column of scope.querySelectorAll<HTMLElement>('.figure-main')) {
    const width = column.offsetWidth;
    if (width === 0) continue;
    column.style.setProperty('--print-width', `${width}px`);
    column.style.setProperty('--print-scale', String(Math.min(1, sheetWidth / width)));
  }
  for (const panel of scope.querySelectorAll<HTMLElement>('.panel'))
    panel.style.setProperty('--print-height', `${panel.offsetHeight}px`);
}

/**
 * Chromium prints what is drawn on a canvas just before as a list of strokes, and loses most of it. Here it is made pixels
 * at once; to be called after the painting, in the same turn.
 */
export function fixPictures(scope: ParentNode): void {
  for (const canvas of scope.querySelectorAll('canvas')) {
    const context = canvas.getContext('2d');
    if (!context) {
      // A picture in 3D.
      canvas.toDataURL();
      continue;
    }
    if (canvas.width === 0 || canvas.height === 0) continue;
    context.save();
    context.resetTransform();
    context.globalCompositeOperation = 'copy';
    context.drawImage(canvas, 0, 0);
    context.restore();
  }
}

export function thawAfterPrint(scope: ParentNode): void {
  for (const part of scope.querySelectorAll<HTMLElement>('.figure-main, .panel'))
    for (const name of ['--print-width', '--print-scale', '--print-height'])
      part.style.removeProperty(name);
}
