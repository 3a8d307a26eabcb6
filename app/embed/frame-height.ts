// Keeps the page around an embed told how high the embed is, so that it needs no scroll bar of its own.
import { addFrameTask, requestFrame } from '../session/clock.ts';

/** In CSS pixels: what is told never leaves these limits. */
const leastHeight = 100;
const greatestHeight = 5000;
/** A figure that grows lower by less keeps its height: a caption loses a line, and an article must not jump. */
const smallShrinkage = 80;
/** A border that the page around has drawn may take this much of what it was told. */
const border = 4;

export interface FrameHeight {
  /** Measures at once: a frame that is off the screen may be given no frames to measure in. */
  measure(): void;
}

/** @param tell called with whole CSS pixels, at most once a frame, and only when they are others than before */
export function watchFrameHeight(
  content: HTMLElement,
  tell: (height: number) => void,
): FrameHeight {
  const page = document.documentElement;
  /** Every height told at this width of the frame. */
  const told = new Set<number>();
  let latest = 0;
  let width = 0;

  const measure = () => {
    // The window's width, and not the content's, is the same with and without a scroll bar.
    const sameWidth = window.innerWidth === width;
    width = window.innerWidth;
    if (!sameWidth) told.clear();
    const measured = Math.ceil(content.getBoundingClientRect().height);
    const height = Math.min(Math.max(measured, leastHeight), greatestHeight);
    const shrinkage = latest - height;
    if (height === latest || (sameWidth && shrinkage > 0 && shrinkage < smallShrinkage)) return;
    latest = height;
    told.add(height);
    tell(height);
  };

  // A scroll bar takes width, less width means less height, and less height needs no scroll bar: where the page around
  // does what it is told, there is none, so the two cannot chase each other.
  const followFrame = () => {
    const given = window.innerHeight;
    const fitted = [...told].some((height) => given <= height && given >= height - border);
    page.toggleAttribute('data-fitted', fitted && latest < greatestHeight);
    requestFrame();
  };

  addFrameTask(() => {
    measure();
    return false;
  });
  new ResizeObserver(requestFrame).observe(content);
  window.addEventListener('resize', followFrame);
  return { measure };
}
