// A canvas that keeps the size of its container, sharp on dense screens.

export interface Sheet {
  /** Size of the container in whole CSS pixels; 0 while it is hidden. */
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel, at most 2. */
  readonly ratio: number;
}

/** Denser than this the eye sees no more, and the pixels cost. */
const largestRatio = 2;

/** The last size of each element, for the next who draws in it. */
const sizes = new WeakMap<Element, { readonly width: number; readonly height: number }>();

/**
 * Follows the size of an element. `changed` is called before the browser paints, so nothing is drawn stretched; and not
 * for a size that the element had already when somebody else drew in it.
 */
export function watchSheet(
  element: Element,
  changed: () => void,
): { readonly current: Sheet; dispose(): void } {
  let { width, height } = sizes.get(element) ?? { width: 0, height: 0 };
  const observer = new ResizeObserver((entries) => {
    const size = entries[entries.length - 1]?.contentRect;
    if (!size) return;
    const known = sizes.get(element);
    width = Math.floor(size.width);
    height = Math.floor(size.height);
    sizes.set(element, { width, height });
    if (known?.width !== width || known.height !== height) changed();
  });
  observer.observe(element);
  return {
    get current() {
      const ratio = Math.min(largestRatio, Math.max(1, window.devicePixelRatio || 1));
      return { width, height, ratio };
    },
    dispose: () => observer.disconnect(),
  };
}

/** Makes the canvas as large as the sheet, clears it, and gives a context that counts in CSS pixels. */
export function clearCanvas(
  canvas: HTMLCanvasElement,
  sheet: Sheet,
): CanvasRenderingContext2D | null {
  const { width, height, ratio } = sheet;
  const wide = Math.round(width * ratio);
  const high = Math.round(height * ratio);
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}
