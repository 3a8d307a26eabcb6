// A panel that has no drawing of its own for exports: its canvases as they stand on the screen.
import type { Scenery, Picture } from './picture.ts';

/** @param id of the panel */
export function shownPicture(id: string, scope: 'lane' | 'figure', figure: HTMLElement): Picture {
  const canvasesOf = (laneId: string | null) =>
    [...figure.querySelectorAll<HTMLElement>('[data-panel]')]
      .filter(
        (panel) =>
          panel.dataset['panel'] === id &&
          (laneId === null ||
            panel.closest<HTMLElement>('[data-lane]')?.dataset['lane'] === laneId),
      )
      .flatMap((panel) => [...panel.querySelectorAll('canvas')])
      .filter(({ width, height }) => width > 1 && height > 1);
  const [first] = canvasesOf(null);
  const shape = first ? first.height / first.width : 0;
  const draw: Extract<Picture, { scope: 'lane' }>['draw'] = (pen, width, height, _, view) => {
    const laneId = scope === 'lane' ? view.id : null;
    for (const canvas of canvasesOf(laneId)) pen.drawImage(canvas, 0, 0, width, height);
  };
  const common = {
    id,
    height: (width: number) => Math.round(shape * width),
    isThere: () => first !== undefined,
  };
  return scope === 'lane'
    ? { ...common, scope, draw }
    : {
        ...common,
        scope,
        draw(pen, width, height, scenery: Scenery) {
          const [view] = scenery.views;
          if (view) draw(pen, width, height, scenery, view);
        },
      };
}
