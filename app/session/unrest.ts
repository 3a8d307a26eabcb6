// Whether a reader is going along the run: seeks that follow each other soon are one movement, and no rest in between.

export interface Unrest {
  readonly isMoving: boolean;
  /** Something has moved; unless it does so again soon, `onRest` is called. */
  stir(): void;
  dispose(): void;
}

/** @param milliseconds without movement that are a rest: longer than between two movements of a hand */
export function createUnrest(onRest: () => void, milliseconds = 400): Unrest {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    get isMoving() {
      return timer !== undefined;
    },
    stir() {
      clearTimeout(timer);
      timer = setTimeout(() => {
        timer = undefined;
        onRest();
      }, milliseconds);
    },
    dispose() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
