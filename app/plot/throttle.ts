// Work that need not follow every frame: at once, then no more often than so many milliseconds, and never the last one lost.

export interface Throttled {
  /** Asks for the work. */
  (): void;
  /** Drops what is still to be done. */
  cancel(): void;
}

export function throttle(work: () => void, milliseconds: number): Throttled {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let asked = false;
  const run = () => {
    asked = false;
    timer = setTimeout(() => {
      timer = null;
      if (asked) run();
    }, milliseconds);
    work();
  };
  return Object.assign(
    () => {
      if (timer === null) run();
      else asked = true;
    },
    {
      cancel() {
        if (timer !== null) clearTimeout(timer);
        timer = null;
        asked = false;
      },
    },
  );
}
