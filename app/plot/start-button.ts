// After a tap: a button beside the crosshair that starts all lanes there.
import type { FigureSession } from '../session/types.ts';
import type { Box, Frame } from './plot-frame.ts';

export interface StartButton {
  readonly shown: boolean;
  /** At slice coordinates. */
  show(point: readonly [number, number]): void;
  hide(): void;
  dispose(): void;
}

/** Pixels from the crosshair; more on the side where its loss is written. */
const gap = 12;
const tagRoom = 28;

/** Left and top of a button of this size near (x, y), on the canvas and clear of the point and of the tag beside it. */
export function buttonPlace(
  x: number,
  y: number,
  size: { readonly width: number; readonly height: number },
  area: Box,
  canvas: { readonly width: number; readonly height: number },
): [number, number] {
  const tagBelow = y - 24 < area.top;
  const below = y + (tagBelow ? tagRoom : gap);
  const above = y - (tagBelow ? gap : tagRoom) - size.height;
  const top = below + size.height <= canvas.height ? below : above;
  const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value));
  return [
    clamp(x - size.width / 2, canvas.width - size.width),
    clamp(top, canvas.height - size.height),
  ];
}

export function createStartButton(
  button: HTMLButtonElement,
  stage: HTMLElement,
  session: FigureSession,
  frame: () => Frame | null,
  lane: number,
): StartButton {
  let point: readonly [number, number] | null = null;
  const hide = () => {
    point = null;
    button.hidden = true;
  };
  // The window may grow under it, or the page be turned.
  const place = () => {
    const area = frame();
    if (!point || !area) return;
    const size = { width: button.offsetWidth, height: button.offsetHeight };
    const canvas = { width: stage.clientWidth, height: stage.clientHeight };
    const [left, top] = buttonPlace(area.x(point[0]), area.y(point[1]), size, area, canvas);
    button.style.left = `${left}px`;
    button.style.top = `${top}px`;
  };
  const onClick = () => {
    const chosen = point;
    hide();
    session.setCrosshair(null);
    if (chosen) session.startFrom(...chosen, lane);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    hide();
    session.setCrosshair(null);
    stage.focus();
  };
  button.addEventListener('click', onClick);
  button.addEventListener('keydown', onKeyDown);
  const unsubscribe = session.onDraw(place);
  return {
    get shown() {
      return point !== null;
    },
    show(next) {
      point = next;
      button.hidden = false;
      place();
    },
    hide,
    dispose() {
      hide();
      unsubscribe();
      button.removeEventListener('click', onClick);
      button.removeEventListener('keydown', onKeyDown);
    },
  };
}
