// Pointer, touch and keys on the diagram of a network: what is pointed at, and what is picked.
import { itemAt, type NetworkGeometry } from './geometry.ts';
import { itemBeside } from './items.ts';

export interface NetworkInput {
  readonly geometry: NetworkGeometry;
  /** The way of the keyboard. */
  readonly columns: readonly (readonly string[])[];
  /** The item that the Tab key comes to first. */
  readonly first: string;
  /** Told what is pointed at, or has the focus; null for nothing. */
  readonly activate: (item: string | null) => void;
  readonly pick: (item: string) => void;
}

/** A line is met from so far away, in pixels, by a mouse and by a finger. */
const reaches = { mouse: 7, touch: 18 };

const itemOf = (target: EventTarget | null) =>
  target instanceof Element
    ? (target.closest('[data-item]')?.getAttribute('data-item') ?? null)
    : null;

/**
 * @param root holds all items
 * @param drawing the part of it that the geometry is of
 * @returns takes all listeners off again
 */
export function listenToNetwork(
  root: HTMLElement,
  drawing: SVGElement,
  { geometry, columns, first, activate, pick }: NetworkInput,
): () => void {
  const pointed = (event: MouseEvent, reach: number) => {
    const bounds = drawing.getBoundingClientRect();
    return itemAt(
      geometry,
      { x: event.clientX - bounds.left, y: event.clientY - bounds.top },
      reach,
    );
  };
  let isTouch = false;
  const onPointerDown = (event: PointerEvent) => {
    isTouch = event.pointerType === 'touch';
  };
  const onPointerMove = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return;
    const item = pointed(event, reaches.mouse);
    drawing.style.cursor = item === null ? '' : 'pointer';
    activate(item);
  };
  const onClick = (event: MouseEvent) => {
    // Without a pointer, as a screen reader clicks, only the element tells what is meant.
    const item =
      event.detail === 0
        ? itemOf(event.target)
        : pointed(event, isTouch ? reaches.touch : reaches.mouse);
    activate(item);
    if (item !== null) pick(item);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const item = itemOf(event.target);
    if (item === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = itemBeside(columns, item, event.key);
    const isPick = event.key === 'Enter' || event.key === ' ';
    // A button of the page makes a click of these keys by itself.
    if (next === null && (!isPick || event.target instanceof HTMLButtonElement)) return;
    if (next !== null) root.querySelector<SVGElement>(`[data-item="${next}"]`)?.focus();
    else pick(item);
    event.preventDefault();
    event.stopPropagation();
  };
  /** One stop for the Tab key. */
  const stopAt = (element: Element | null) => {
    for (const each of root.querySelectorAll('[data-item]')) each.setAttribute('tabindex', '-1');
    element?.setAttribute('tabindex', '0');
  };
  const onFocusIn = (event: FocusEvent) => {
    const item = itemOf(event.target);
    if (item === null || !(event.target instanceof Element)) return;
    // The item that was last at.
    stopAt(event.target);
    activate(item);
  };
  const onFocusOut = (event: FocusEvent) => {
    if (itemOf(event.target) !== null) activate(null);
  };

  // New lines and units have none yet; where the reader was, the stop remains.
  const last = root.querySelector('[data-item][tabindex="0"]');
  stopAt(last ?? drawing.querySelector(`[data-item="${first}"]`));

  const controller = new AbortController();
  const { signal } = controller;
  drawing.addEventListener('pointerdown', onPointerDown, { signal });
  drawing.addEventListener('pointermove', onPointerMove, { signal });
  drawing.addEventListener('pointerleave', () => activate(null), { signal });
  drawing.addEventListener('click', onClick, { signal });
  root.addEventListener('keydown', onKeyDown, { signal });
  root.addEventListener('focusin', onFocusIn, { signal });
  root.addEventListener('focusout', onFocusOut, { signal });
  return () => controller.abort();
}
