// The figure as a test sees it: opened by a link, read by its attributes, and asked for what it draws.
import { expect, type Locator, type Page } from '@playwright/test';
import type { FigureSession } from '../../../app/session/types.ts';

/** What the figure's element offers to scripts. */
interface FigureElement extends HTMLElement {
  readonly normscape: FigureSession;
}

/** One lane's surface as it is drawn: what the graphics card holds. */
export interface DrawnSurface {
  readonly laneId: string;
  readonly columns: number;
  readonly rows: number;
  readonly heights: number[];
  /** The plane it was sampled on, and the parameters of the lane. */
  readonly extent: readonly [number, number, number, number];
  readonly origin: number[];
}

/** Opens a link and waits until the first surfaces are on screen. */
export async function openFigure(page: Page, query = ''): Promise<Locator> {
  await page.goto(`./${query}`);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  return page.locator('[data-figure]');
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

/** Waits until paused surfaces have stopped changing, so that what is drawn is what the lanes are. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const { normscape } = document.querySelector('[data-figure]') as FigureElement;
        let seen = '';
        let still = 0;
        const look = () => {
          const now = normscape.views
            .map((view) => `${view.surfaceVersion} ${view.path.count} ${view.lane.iteration}`)
            .join();
          still = now === seen ? still + 1 : 0;
          seen = now;
          if (still > 4) resolve();
          else setTimeout(look, 120);
        };
        look();
      }),
  );
}

/** The surfaces that the 3D stage draws, with the planes they belong to. */
export async function drawnSurfaces(page: Page): Promise<DrawnSurface[]> {
  await expect(page.locator('.lanes canvas').first()).toBeAttached();
  return await page.evaluate(() => {
    const { normscape } = document.querySelector('[data-figure]') as FigureElement;
    const host = document.querySelector('.lanes') as HTMLElement & {
      surfaces(): { laneId: string; columns: number; rows: number; heights: Float32Array }[];
    };
    return host.surfaces().map(({ laneId, columns, rows, heights }) => {
      const plane = normscape.views.find((view) => view.id === laneId)?.surface?.plane;
      if (!plane) throw new Error(`missing plane: ${laneId}`);
      return {
        laneId,
        columns,
        rows,
        heights: [...heights],
        extent: plane.extent,
        origin: [...plane.origin],
      };
    });
  });
}

/** How many different colours a part of the page has. */
export async function coloursOf(page: Page, part: Locator): Promise<Map<string, number>> {
  const picture = await part.screenshot();
  const counts = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no 2D context');
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
