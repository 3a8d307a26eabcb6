// Pointer and keys on a contour plot: a crosshair that all lanes share, and a new start where it stands.
import { formatNumber } from '../../src/index.ts';
import type { FigureSession, LaneView } from '../session/types.ts';
import type { Navigation } from './contour-navigation.ts';
import { latestPoint } from './lane-facts.ts';
import { contains } from './plot-frame.ts';
import type { Frame } from './plot-frame.ts';
import { ofStep, surfaceHeight } from './read-surface.ts';
import type { StartButton } from './start-button.ts';
import { throttle } from './throttle.ts';

/** One press of an arrow key crosses this part of the window; with shift, that part. */
const smallStep = 1 / 50;
const largeStep = 1 / 10;

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** What the picture must know of the pointer. */
export interface PointerState {
  /** A mouse stands over the plot area. */
  hovering: boolean;
}

export interface ContourInput {
  /** Told in words where the crosshair is, when keys moved it. */
  readonly announce: (text: string) => void;
  /** Kept up to date. */
  readonly pointer: PointerState;
  readonly button: StartButton;
  /** A drag or pinch that moved the window is no click. */
  readonly moves: Pick<Navigation, 'moved'>;
}

/**
 * A click of a mouse starts all lanes. A tap, which may be a finger that only scrolls, places the crosshair and offers
 * a button for that.
 *
 * @returns takes all listeners off again
 */
export function listenToContour(
  stage: HTMLElement,
  session: FigureSession,
  view: LaneView,
  frame: () => Frame | null,
  { announce, pointer, button, moves }: ContourInput,
): () => void {
  let touched = false;
  const pointAt = (event: MouseEvent): [number, number] | null => {
    const area = frame();
    const bounds = stage.getBoundingClientRect();
    const x = event.clientX - bounds.left;
    const y = event.clientY - bounds.top;
    return area && contains(area, x, y) ? [area.u(x), area.v(y)] : null;
  };
  const say = throttle(() => {
    const { crosshair } = session;
    if (!crosshair) return;
    const [u, v] = crosshair;
    const loss = view.surface ? surfaceHeight(view.surface, u, v) : null;
    const [first, second] = view.surface?.plane.labels ?? ['first', 'second'];
    announce(
      `${first} ${formatNumber(u)}, ${second} ${formatNumber(v)}, loss about ${formatNumber(loss)}${ofStep(view)}`,
    );
  }, 500);

  const moveBy = (direction: readonly [number, number], part: number) => {
    const [uMin, uMax, vMin, vMax] = view.window;
    const clamp = (value: number, low: number, high: number) =>
      Math.min(high, Math.max(low, value));
    const [u, v] = session.crosshair ??
      latestPoint(view.path) ?? [(uMin + uMax) / 2, (vMin + vMax) / 2];
    session.setCrosshair([
      clamp(u + direction[0] * part * (uMax - uMin), uMin, uMax),
      clamp(v + direction[1] * part * (vMax - vMin), vMin, vMax),
    ]);
    say();
  };

  const clear = () => {
    pointer.hovering = false;
    button.hide();
    if (session.crosshair) session.setCrosshair(null);
  };
  const onPointerDown = (event: PointerEvent) => {
    touched = event.pointerType === 'touch';
  };
  const onPointerMove = (event: PointerEvent) => {
    if (event.pointerType === 'touch' || moves.moved) return;
    const point = pointAt(event);
    stage.style.cursor = point ? 'crosshair' : '';
    pointer.hovering = point !== null && event.pointerType === 'mouse';
    button.hide();
    if (point || session.crosshair) session.setCrosshair(point);
  };
  const onLeave = (event: PointerEvent) => {
    if (event.pointerType !== 'touch') clear();
  };
  const onBlur = () => {
    if (!button.shown) clear();
  };
  const onClick = (event: MouseEvent) => {
    if (moves.moved) return;
    const point = pointAt(event);
    if (!touched && point) session.startFrom(...point, view.index);
    else if (touched && point) {
      session.setCrosshair(point);
      button.show(point);
    } else clear();
  };
  const onPointerDownAnywhere = (event: PointerEvent) => {
    const within = event.target instanceof Node && stage.parentElement?.contains(event.target);
    if (button.shown && !within) clear();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = directions[event.key];
    if (direction) moveBy(direction, event.shiftKey ? largeStep : smallStep);
    else if (event.key === 'Enter' && session.crosshair)
      session.startFrom(...session.crosshair, view.index);
    else if (event.key === 'Escape' && session.crosshair) clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const controller = new AbortController();
  const { signal } = controller;
  stage.addEventListener('pointerdown', onPointerDown, { signal });
  stage.addEventListener('pointermove', onPointerMove, { signal });
  stage.addEventListener('pointerleave', onLeave, { signal });
  stage.addEventListener('pointercancel', onLeave, { signal });
  stage.addEventListener('click', onClick, { signal });
  stage.addEventListener('keydown', onKeyDown, { signal });
  stage.addEventListener('blur', onBlur, { signal });
  stage.ownerDocument.addEventListener('pointerdown', onPointerDownAnywhere, { signal });
  return () => {
    say.cancel();
    button.hide();
    controller.abort();
  };
}
