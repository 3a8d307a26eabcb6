// Where the canvas and each lane's picture in it lie: measured when something may have moved, not in every frame.
import type { Slots } from './slots.ts';

/** In CSS pixels, from the canvas's upper left corner. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface StageLayout {
  /** From the host's upper left corner. */
  readonly canvas: Place;
  readonly lanes: ReadonlyMap<string, Place>;
  /** Whether anything may have moved since the last measurement. */
  readonly stale: boolean;
  measure(): void;
  dispose(): void;
}

/** The canvas covers only the slots on the screen or near it, so that a tall page needs no tall canvas. */
const nearby = '200px';

/**
 * @param holder an element that covers the host: places are measured from it
 * @param onStale called when something may have moved
 */
export function createStageLayout(
  slots: Slots,
  host: HTMLElement,
  holder: HTMLElement,
  onStale: () => void,
): StageLayout {
  let canvas: Place = { left: 0, top: 0, width: 0, height: 0 };
  const lanes = new Map<string, Place>();
  const onScreen = new Map<Element, boolean>();
  let stale = true;
  const markStale = () => {
    stale = true;
    onStale();
  };
  const sizes = new ResizeObserver(markStale);
  const sight = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) onScreen.set(entry.target, entry.isIntersecting);
      markStale();
    },
    { rootMargin: nearby },
  );
  const observe = () => {
    const elements = new Set<Element>(slots.elements.values());
    for (const element of onScreen.keys()) {
      if (elements.has(element)) continue;
      sizes.unobserve(element);
      sight.unobserve(element);
      onScreen.delete(element);
    }
    for (const element of elements) {
      if (onScreen.has(element)) continue;
      onScreen.set(element, true);
      sizes.observe(element);
      sight.observe(element);
    }
    markStale();
  };
  const unsubscribe = slots.subscribe(observe);
  sizes.observe(host);
  // Lanes that are swiped past move without a change of size; so does everything when the text above reflows.
  host.addEventListener('scroll', markStale, { capture: true, passive: true });
  window.addEventListener('resize', markStale, { passive: true });
  observe();

  return {
    get canvas() {
      return canvas;
    },
    lanes,
    get stale() {
      return stale;
    },
    measure() {
      stale = false;
      lanes.clear();
      const origin = holder.getBoundingClientRect();
      // A printed page is scaled, and boxes are told as they are seen. WebKit says nothing of it.
      const scale = holder.currentCSSZoom ?? 1;
      let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
      for (const [id, element] of slots.elements) {
        if (onScreen.get(element) === false) continue;
        const box = element.getBoundingClientRect();
        if (!(box.width >= 1 && box.height >= 1)) continue;
        lanes.set(id, {
          left: (box.left - origin.left) / scale,
          top: (box.top - origin.top) / scale,
          width: box.width / scale,
          height: box.height / scale,
        });
        left = Math.min(left, (box.left - origin.left) / scale);
        top = Math.min(top, (box.top - origin.top) / scale);
        right = Math.max(right, (box.right - origin.left) / scale);
        bottom = Math.max(bottom, (box.bottom - origin.top) / scale);
      }
      if (lanes.size === 0) return;
      canvas = { left, top, width: right - left, height: bottom - top };
      for (const [id, place] of lanes)
        lanes.set(id, { ...place, left: place.left - left, top: place.top - top });
    },
    dispose() {
      unsubscribe();
      sizes.disconnect();
      sight.disconnect();
      host.removeEventListener('scroll', markStale, { capture: true });
      window.removeEventListener('resize', markStale);
    },
  };
}
