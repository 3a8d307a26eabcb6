// A button that takes itself away, or has nothing more to do, would take the focus with it; and readers by ear their place.

const stops = 'a[href], button:enabled, input:enabled, select:enabled, summary, [tabindex="0"]';

/** To be called before `element`, which has been pressed, does what it does. */
export function passFocusOn(element: HTMLElement): void {
  const root = element.getRootNode() as Document | ShadowRoot;
  if (root.activeElement !== element) return;
  const all = [...root.querySelectorAll<HTMLElement>(stops)];
  const place = all.indexOf(element);
  requestAnimationFrame(() => {
    if (element.isConnected && !element.matches(':disabled')) return;
    const { activeElement } = root;
    if (activeElement && activeElement !== element && activeElement !== document.body) return;
    // Where the Tab key would have led.
    const next = [...all.slice(place + 1), ...all.slice(0, place).reverse()].find(
      (stop) => stop.isConnected && stop.matches(stops) && stop.getClientRects().length > 0,
    );
    next?.focus({ preventScroll: true });
  });
}
