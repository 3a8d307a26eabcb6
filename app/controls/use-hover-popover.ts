// Opens a popover while a mouse rests on its button, as the click that opens it for everyone does for good.
import { useEffect, type RefObject } from 'react';

/** A mouse that passes by opens nothing: it rests for so long, in milliseconds. */
const rest = 300;
/** Long enough to get from the button into the popover, in milliseconds. */
const grace = 200;

/**
 * The popover stays open while the mouse is over it, a click on the button keeps it, and Escape closes it, as WCAG asks
 * of what appears on hover (1.4.13). Fingers and pens have the click alone.
 */
export function useHoverPopover(
  buttonOf: RefObject<HTMLElement | null>,
  popoverOf: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const button = buttonOf.current;
    const popover = popoverOf.current;
    if (!button || !popover) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    /** Nobody has asked for it but the mouse, which takes it away again. */
    let isPassing = false;

    const open = () => {
      // One that a reader has opened would be closed by this one, for a mouse that happens to lie here.
      const root = button.getRootNode() as Document | ShadowRoot;
      if (root.querySelector(':popover-open')) return;
      popover.showPopover();
      isPassing = true;
    };
    const close = () => popover.hidePopover();
    const enter = ({ pointerType, buttons }: PointerEvent) => {
      if (pointerType !== 'mouse' || buttons !== 0) return;
      clearTimeout(timer);
      if (!popover.matches(':popover-open')) timer = setTimeout(open, rest);
    };
    const leave = () => {
      clearTimeout(timer);
      if (isPassing) timer = setTimeout(close, grace);
    };
    const press = (event: MouseEvent) => {
      clearTimeout(timer);
      // Else the click would close what the mouse has opened, under the eyes of who reads it.
      if (isPassing) event.preventDefault();
      isPassing = false;
    };
    const toggle = (event: Event) => {
      if (event instanceof ToggleEvent && event.newState === 'closed') isPassing = false;
    };
    for (const part of [button, popover]) {
      part.addEventListener('pointerenter', enter);
      part.addEventListener('pointerleave', leave);
    }
    button.addEventListener('click', press);
    popover.addEventListener('toggle', toggle);
    return () => {
      clearTimeout(timer);
      for (const part of [button, popover]) {
        part.removeEventListener('pointerenter', enter);
        part.removeEventListener('pointerleave', leave);
      }
      button.removeEventListener('click', press);
      popover.removeEventListener('toggle', toggle);
    };
  }, [buttonOf, popoverOf]);
}
