// Tells the styles around a plot where its area lies, so that a legend beside it can stand at it.
import type { Frame, Margins } from './plot-frame.ts';

const names = ['--plot-top', '--plot-height', '--plot-spare'] as const;

/**
 * Sets, in pixels: the top and the height of the plot area, and what it leaves free at its right beside the margin.
 *
 * @param host what plot and legend stand in together
 * @param width of the canvas
 */
export function publishFrame(
  host: HTMLElement | null,
  frame: Frame | null,
  margins: Margins,
  width: number,
): void {
  if (!frame) {
    for (const name of names) host?.style.removeProperty(name);
    return;
  }
  const spare = width - margins.right - frame.left - frame.width;
  [frame.top, frame.height, spare].forEach((pixels, k) => {
    const [name, text] = [names[k] ?? '', `${pixels}px`];
    // To set what is set already would still have the page laid out in the midst of drawing.
    if (host && host.style.getPropertyValue(name) !== text) host.style.setProperty(name, text);
  });
}
