// Files that the page hands out, and pictures looked into.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';

export interface Saved {
  readonly name: string;
  readonly bytes: Buffer;
  readonly text: string;
}

/** What is saved by an act. */
export async function savedBy(page: Page, act: () => Promise<void>): Promise<Saved> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  const bytes = await readFile(await download.path());
  return { name: download.suggestedFilename(), bytes, text: bytes.toString('utf8') };
}

/** Opens the menu of exports, if it is not open. */
export async function openExports(page: Page): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name: 'Export' });
  if (!(await dialog.isVisible())) await page.getByRole('button', { name: 'Export:' }).click();
  return dialog;
}

/** Saves one of the exports. */
export async function saveExport(page: Page, id: string): Promise<Saved> {
  const dialog = await openExports(page);
  return await savedBy(page, () => dialog.locator(`[data-export="${id}"] button`).click());
}

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** How many different colours there are. */
  readonly colours: number;
  /** Colours of a few places, `r,g,b`. */
  readonly at: readonly string[];
}

/**
 * A picture as a browser shows it.
 * @param places as parts of width and height
 * @param scale pixels for each of the picture's own; a drawing is drawn as finely
 */
export async function pixelsOf(
  page: Page,
  type: string,
  bytes: Buffer,
  places: readonly (readonly [number, number])[] = [],
  scale = 1,
): Promise<Pixels> {
  return await page.evaluate(
    async ({ url, where, size }) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = size * image.naturalWidth;
      canvas.height = size * image.naturalHeight;
      const context = canvas.getContext('2d');
      if (!context) throw new Error('missing context: 2d');
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      const seen = new Set<number>();
      for (let k = 0; k < data.length; k += 4) {
        seen.add(((data[k] ?? 0) << 16) | ((data[k + 1] ?? 0) << 8) | (data[k + 2] ?? 0));
      }
      const at = where.map(([x, y]) => {
        const [column, row] = [Math.floor(x * canvas.width), Math.floor(y * canvas.height)];
        return [...data.slice(4 * (row * canvas.width + column)).slice(0, 3)].join();
      });
      return { width: canvas.width, height: canvas.height, colours: seen.size, at };
    },
    { url: `data:${type};base64,${bytes.toString('base64')}`, where: places, size: scale },
  );
}
