// The figure as a test sees it: opened by a link, read by its attributes, and asked for what it draws.
import { expect, type Locator, type Page } from '@playwright/test';
import type { FigureSession } from '../../../app/session/types.ts';

/** What the figure's element offers to scripts. */
export interface FigureElement extends HTMLElement {
  readonly normscape: FigureSession;
}

/** One lane's surface as it is drawn: what the graphics card holds. */
export interface DrawnSurface {
  readonly laneId: string;
  readonly columns: number;
  readonly rows: number;
  readonly heights: number[];
  /** The plane it was sampled on. */
  readonly extent: readonly [number, number, number, number];
  readonly origin: number[];
}

interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Opens a link and waits until the first surfaces are on screen. */
export async function openFigure(page: Page, query = ''): Promise<Locator> {
  await page.goto(`./${query}`);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  return page.locator('[data-figure]');
}

/** Opens a link that stops by itself, and waits until it has. */
export async function openFinished(page: Page, query: string): Promise<Locator> {
  const figure = await openFigure(page, query);
  await expect(figure).toHaveAttribute('data-status', 'done');
  await settle(figure);
  return figure;
}

/** The exact value behind a readout of a lane; NaN while it is unknown. */
export async function readout(page: Page, lane: string, id: string): Promise<number> {
  const cell = page.locator(`[data-lane="${lane}"] [data-readout="${id}"]`);
  const value = await cell.getAttribute('data-value');
  return value === null || value === '' ? Number.NaN : Number(value);
}

export async function stepOf(figure: Locator): Promise<number> {
  return Number(await figure.getAttribute('data-step'));
}

/** Waits until the surfaces have stopped changing, so that what is drawn is what the lanes are. */
export async function settle(figure: Locator): Promise<void> {
  const state = () =>
    figure.evaluate((element) =>
      (element as FigureElement).normscape.views
        .map((view) => `${view.surfaceVersion} ${view.path.count} ${view.lane.iteration}`)
        .join(),
    );
  let seen = '';
  for (let still = 0; still < 4;) {
    const now = await state();
    still = now === seen ? still + 1 : 0;
    seen = now;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

/** The surfaces that the 3D stage draws, with the planes they belong to. */
export async function drawnSurfaces(figure: Locator): Promise<DrawnSurface[]> {
  await expect(figure.locator('.scene-canvas')).toBeVisible();
  return await figure.evaluate((element) => {
    const host = element.querySelector('.lanes') as HTMLElement & {
      surfaces(): { laneId: string; columns: number; rows: number; heights: Float32Array }[];
    };
    return host.surfaces().map(({ laneId, columns, rows, heights }) => {
      const view = (element as FigureElement).normscape.views.find(({ id }) => id === laneId);
      if (!view?.surface) throw new Error(`missing surface: ${laneId}`);
      const { extent, origin } = view.surface.plane;
      return { laneId, columns, rows, heights: [...heights], extent, origin: [...origin] };
    });
  });
}

/** How many pixels of each colour a part of the page has, or this place of the screen; colours as `r,g,b`. */
export async function coloursOf(part: Locator, clip?: Clip): Promise<Map<string, number>> {
  const picture = clip ? await part.page().screenshot({ clip }) : await part.screenshot();
  const counts = await part.page().evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('missing context: 2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const found: Record<string, number> = {};
    for (let i = 0; i < data.length; i += 4) {
      const colour = `${data[i]},${data[i + 1]},${data[i + 2]}`;
      found[colour] = (found[colour] ?? 0) + 1;
    }
    return found;
  }, picture.toString('base64'));
  return new Map(Object.entries(counts));
}

/** The colour of a band as `coloursOf` writes it. */
export const bandColour = (style: string) => style.replaceAll(/[^\d,]/g, '');
