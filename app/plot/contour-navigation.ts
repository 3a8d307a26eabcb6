// Moving the window of a contour plot: wheel with a modifier, drag, pinch, keys. The page's own scrolling is left alone.
import type { FigureSession, LaneView } from '../session/types.ts';
import { latestPoint } from './lane-facts.ts';
import { panned, rounded, zoomed } from './navigate.ts';
import { contains } from './plot-frame.ts';
import type { Frame, Window } from './plot-frame.ts';
import { throttle } from './throttle.ts';

/** A press of a key or button makes the window this many times as wide, or as narrow. */
export const zoomStep = 1.5;
/** Of a wheel, for each pixel that it would have scrolled. */
const wheelSpeed = 0.0025;
/** Pixels of a wheel that counts in lines, and in pages. */
const lineHeight = 16;
const pageHeight = 400;
/** A mouse that moves no further than this, in pixels, has clicked and not dragged. */
const dragFrom = 4;
/** The window follows a gesture no more often than this, in milliseconds. */
const interval = 30;

export interface Navigation {
  /** Whether the gesture that has just ended moved the window, so that its click means nothing else. */
  readonly moved: boolean;
  /** Zooms about the crosshair, or else about the path's latest point if that is in sight. */
  zoom(factor: number): void;
  dispose(): void;
}

/**
 * @param refused told when a wheel was turned without the modifier that zooms
 */
export function listenToNavigation(
  stage: HTMLElement,
  session: FigureSession,
  view: LaneView,
  frame: () => Frame | null,
  refused: () => void,
): Navigation {
  let wanted: Window | null = null;
  const apply = throttle(() => {
    if (wanted) session.setWindow(rounded(wanted), view.index);
  }, interval);
  const show = (window: Window) => {
    wanted = window;
    apply();
  };
  const place = (event: { readonly clientX: number; readonly clientY: number }, area: Frame) => {
    const bounds = stage.getBoundingClientRect();
    return [area.u(event.clientX - bounds.left), area.v(event.clientY - bounds.top)] as const;
  };

  const onWheel = (event: WheelEvent) => {
    const area = frame();
    if (!area) return;
    // A pinch on a trackpad comes as a wheel with ctrl, too.
    if (!event.ctrlKey && !event.metaKey) {
      refused();
      return;
    }
    event.preventDefault();
    const unit = event.deltaMode === 1 ? lineHeight : event.deltaMode === 2 ? pageHeight : 1;
    const factor = Math.exp(Math.max(-1, Math.min(1, event.deltaY * unit * wheelSpeed)));
    show(zoomed(wanted ?? view.window, factor, place(event, area)));
  };

  let drag: { readonly x: number; readonly y: number; readonly area: Frame } | null = null;
  let moved = false;
  const onPointerDown = (event: PointerEvent) => {
    moved = false;
    const area = frame();
    if (event.pointerType === 'touch' || event.button !== 0 || !area) return;
    const bounds = stage.getBoundingClientRect();
    if (!contains(area, event.clientX - bounds.left, event.clientY - bounds.top)) return;
    drag = { x: event.clientX, y: event.clientY, area };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!drag || event.pointerType === 'touch') return;
    const { area, x, y } = drag;
    if (!moved && Math.hypot(event.clientX - x, event.clientY - y) < dragFrom) return;
    if (!moved) stage.setPointerCapture(event.pointerId);
    moved = true;
    stage.style.cursor = 'grabbing';
    const du = area.u(x) - area.u(event.clientX);
    const dv = area.v(y) - area.v(event.clientY);
    show(panned(area.window, du, dv));
  };
  const onPointerUp = () => {
    if (drag && moved) stage.style.cursor = '';
    drag = null;
    wanted = null;
  };

  // Two fingers; one is the page's.
  let pinch: { readonly window: Window; readonly area: Frame; readonly fingers: Fingers } | null =
    null;
  const onTouchStart = (event: TouchEvent) => {
    const area = frame();
    const fingers = fingersOf(event);
    pinch = fingers && area ? { window: area.window, area, fingers } : null;
    if (pinch) event.preventDefault();
  };
  const onTouchMove = (event: TouchEvent) => {
    const now = fingersOf(event);
    if (!pinch || !now) return;
    event.preventDefault();
    moved = true;
    const { window, area, fingers } = pinch;
    const middle = { clientX: fingers.x, clientY: fingers.y };
    const larger = zoomed(window, fingers.apart / now.apart, place(middle, area));
    const scale = (larger[1] - larger[0]) / (window[1] - window[0]);
    const du = (area.u(fingers.x) - area.u(now.x)) * scale;
    const dv = (area.v(fingers.y) - area.v(now.y)) * scale;
    show(panned(larger, du, dv));
  };
  const onTouchEnd = () => {
    pinch = null;
    wanted = null;
  };

  const zoom = (factor: number) => {
    const { window } = view;
    const about = session.crosshair ?? latestPoint(view.path);
    const inSight =
      about &&
      about[0] >= window[0] &&
      about[0] <= window[1] &&
      about[1] >= window[2] &&
      about[1] <= window[3];
    session.setWindow(rounded(zoomed(window, factor, inSight ? about : undefined)), view.index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') zoom(1 / zoomStep);
    else if (event.key === '-') zoom(zoomStep);
    else if (event.key === '0') session.setWindow(null, view.index);
    else if (event.key === 'f' || event.key === 'F') session.fitPath();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const controller = new AbortController();
  const { signal } = controller;
  const active = { signal, passive: false };
  stage.addEventListener('wheel', onWheel, active);
  stage.addEventListener('pointerdown', onPointerDown, { signal });
  stage.addEventListener('pointermove', onPointerMove, { signal });
  stage.addEventListener('pointerup', onPointerUp, { signal });
  stage.addEventListener('pointercancel', onPointerUp, { signal });
  stage.addEventListener('touchstart', onTouchStart, active);
  stage.addEventListener('touchmove', onTouchMove, active);
  stage.addEventListener('touchend', onTouchEnd, { signal });
  stage.addEventListener('touchcancel', onTouchEnd, { signal });
  stage.addEventListener('keydown', onKeyDown, { signal });
  return {
    get moved() {
      return moved;
    },
    zoom,
    dispose() {
      apply.cancel();
      controller.abort();
    },
  };
}

interface Fingers {
  /** Midway between the two, and their distance, in pixels of the page. */
  readonly x: number;
  readonly y: number;
  readonly apart: number;
}

function fingersOf({ touches }: TouchEvent): Fingers | null {
  const [a, b] = [touches[0], touches[1]];
  if (touches.length !== 2 || !a || !b) return null;
  return {
    x: (a.clientX + b.clientX) / 2,
    y: (a.clientY + b.clientY) / 2,
    apart: Math.max(1, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)),
  };
}
