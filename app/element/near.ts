// Whether an element is about to be seen: a page may have many figures, and only those need to be there.

/** In time for a reader who scrolls quickly. */
const margin = '600px';

/** Calls `arrive` once, as soon as the element is near the screen. Returns what gives up waiting. */
export function whenNear(element: Element, arrive: () => void): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      arrive();
    },
    { rootMargin: margin },
  );
  observer.observe(element);
  return () => observer.disconnect();
}
