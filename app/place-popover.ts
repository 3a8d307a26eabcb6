// Where a popover stands: below the button that opens it, or above where there is more room.

export interface PopoverRoom {
  /** Room that it needs to the right of its button, in pixels: its width in the style sheet and a margin. */
  readonly width: number;
  /** Below a button that ends above this part of the window's height, else above. */
  readonly below?: number;
}

/** Kept free at the edges of the window, in pixels. */
const margin = 8;

/** To be called before it opens. */
export function placePopover(
  popover: HTMLElement,
  button: HTMLElement,
  { width, below = 0.7 }: PopoverRoom,
): void {
  const { left, top, bottom } = button.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const isBelow = bottom < below * clientHeight;
  const room = isBelow ? clientHeight - bottom : top;
  popover.style.left = `${Math.max(margin, Math.min(left, clientWidth - width))}px`;
  popover.style.top = isBelow ? `${bottom + 2}px` : 'auto';
  popover.style.bottom = isBelow ? 'auto' : `${clientHeight - top + 2}px`;
  popover.style.maxHeight = `${Math.max(120, room - 2 - margin)}px`;
  // It stands where its button stood: once the page scrolls it has nothing to belong to.
  const close = ({ target }: Event) => {
    if (!(target instanceof Node && popover.contains(target))) popover.hidePopover();
  };
  addEventListener('scroll', close, true);
  popover.addEventListener('beforetoggle', () => removeEventListener('scroll', close, true), {
    once: true,
  });
}
