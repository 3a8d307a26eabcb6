// Where a popover stands: above or below the button that opens it and what it tells of, so that both stay in sight.

export interface PopoverRoom {
  /** Its greatest width in the style sheet, in pixels. */
  readonly width: number;
  /** How high it may come to be; as high as it is, if left out. */
  readonly height?: number;
  /** What it tells of, the button included; kept in sight where there is room for both. */
  readonly subject?: Element | null;
}

/** Kept free at the edges of the window, in pixels. */
const margin = 8;
/** Between the popover and what it tells of, in pixels. */
const gap = 2;

/** To be called before it opens. */
export function placePopover(
  popover: HTMLElement,
  button: HTMLElement,
  { width, height = heightOf(popover), subject }: PopoverRoom,
): void {
  const { clientWidth, clientHeight } = document.documentElement;
  const roomAt = (element: Element) => {
    const { top, bottom } = element.getBoundingClientRect();
    const above = top - gap - margin;
    const below = clientHeight - bottom - gap - margin;
    const isBelow = below >= Math.min(height, above);
    return { top, bottom, isBelow, room: isBelow ? below : above };
  };
  const wanted = roomAt(subject ?? button);
  const { top, bottom, isBelow, room } = wanted.room < height ? roomAt(button) : wanted;
  const { left } = button.getBoundingClientRect();
  popover.style.left = `${Math.max(margin, Math.min(left, clientWidth - width - margin))}px`;
  popover.style.top = isBelow ? `${bottom + gap}px` : 'auto';
  popover.style.bottom = isBelow ? 'auto' : `${clientHeight - top + gap}px`;
  popover.style.maxHeight = `${Math.max(room, 0)}px`;
  closeWhenLeft(popover, subject ?? button);
}

function heightOf(popover: HTMLElement): number {
  Object.assign(popover.style, { display: 'block', maxHeight: '' });
  const { offsetHeight } = popover;
  popover.style.display = '';
  return offsetHeight;
}

/** It stands where its button stood: once that has moved, or the focus is elsewhere, it has nothing to belong to. */
function closeWhenLeft(popover: HTMLElement, subject: Element): void {
  const closed = new AbortController();
  const { signal } = closed;
  const { top, left } = subject.getBoundingClientRect();
  const scroll = () => {
    const now = subject.getBoundingClientRect();
    if (now.top !== top || now.left !== left) popover.hidePopover();
  };
  const leave = (event: Event) => {
    const [target] = event.composedPath();
    const isAt = (part: Element) => target instanceof Node && part.contains(target);
    if (!isAt(popover) && !isAt(subject)) popover.hidePopover();
  };
  addEventListener('scroll', scroll, { capture: true, signal });
  addEventListener('focusin', leave, { signal });
  popover.addEventListener('beforetoggle', () => closed.abort(), { once: true, signal });
}
