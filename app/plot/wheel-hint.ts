// Says for a moment how the wheel would zoom, when it was turned over a plot and scrolled the page.

/** Milliseconds after the last turn. */
const shownFor = 1200;

export interface WheelHint {
  show(): void;
  dispose(): void;
}

/** @param element the words, hidden until they are wanted */
export function createWheelHint(element: HTMLElement | null): WheelHint {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hide = () => {
    if (element) element.hidden = true;
  };
  return {
    show() {
      clearTimeout(timer);
      if (element) element.hidden = false;
      timer = setTimeout(hide, shownFor);
    },
    dispose() {
      clearTimeout(timer);
      hide();
    },
  };
}
