// A picture of a panel as PNG: what is drawn on its canvases, lane beside lane under their names.
import type { FigureSession } from '../session/types.ts';
import { readTokens } from '../theme.ts';

/** In CSS pixels. */
const gap = 16;
const nameHeight = 26;

/**
 * The picture as a `data:` address; null where the panel is not shown, or is not drawn on canvases of its own, as the
 * 3D surfaces are not.
 *
 * @param page what the figure is drawn in
 * @param panel id of the panel; any text
 */
export function takeSnapshot(
  session: FigureSession,
  page: HTMLElement,
  panel: string,
): string | null {
  const drawn = [...page.querySelectorAll<HTMLElement>('[data-panel]')]
    .filter((element) => element.dataset['panel'] === panel)
    .map((element) => ({
      canvases: [...element.querySelectorAll('canvas')].filter(({ width }) => width > 1),
      lane: element.closest<HTMLElement>('[data-lane]')?.dataset['lane'],
    }))
    .filter(({ canvases }) => canvases.length > 0);
  const first = drawn[0]?.canvases[0];
  if (!first) return null;

  const ratio = first.width / Math.max(1, first.clientWidth);
  const width = drawn.reduce((sum, { canvases }) => sum + (canvases[0]?.width ?? 0), 0);
  const picture = document.createElement('canvas');
  picture.width = Math.round(width + (drawn.length + 1) * gap * ratio);
  picture.height = Math.round(
    Math.max(...drawn.map(({ canvases }) => canvases[0]?.height ?? 0)) + (gap + nameHeight) * ratio,
  );
  const context = picture.getContext('2d');
  if (!context) return null;
  const tokens = readTokens(page);
  context.fillStyle = tokens.paper;
  context.fillRect(0, 0, picture.width, picture.height);
  context.font = `600 ${15 * ratio}px ${tokens.textFace}`;
  context.textBaseline = 'middle';
  let left = gap * ratio;
  for (const { canvases, lane } of drawn) {
    const view = session.views.find(({ id }) => id === lane);
    if (view) {
      context.fillStyle = tokens.lanes[view.index] ?? tokens.ink;
      context.fillText(view.label, left, (nameHeight / 2 + 2) * ratio, canvases[0]?.width);
    }
    for (const canvas of canvases) context.drawImage(canvas, left, nameHeight * ratio);
    left += (canvases[0]?.width ?? 0) + gap * ratio;
  }
  return picture.toDataURL('image/png');
}
