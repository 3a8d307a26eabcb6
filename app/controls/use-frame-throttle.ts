// At most one change a frame while something is dragged; the newest value wins.
import { useEffect, useRef, useState } from 'react';
import { addFrameTask } from '../session/clock.ts';

/**
 * @returns the value not yet applied (null when there is none), and the function that hands in the next
 */
export function useFrameThrottle<T>(
  apply: (value: T) => void,
): readonly [{ readonly value: T } | null, (value: T) => void] {
  const [pending, setPending] = useState<{ readonly value: T } | null>(null);
  const newest = useRef<{ value: T; apply: (value: T) => void } | null>(null);
  const removeTask = useRef<(() => void) | null>(null);

  useEffect(
    () => () => {
      removeTask.current?.();
      removeTask.current = null;
    },
    [],
  );

  const push = (value: T) => {
    newest.current = { value, apply };
    setPending({ value });
    removeTask.current ??= addFrameTask(() => {
      removeTask.current?.();
      removeTask.current = null;
      const change = newest.current;
      newest.current = null;
      if (change) change.apply(change.value);
      setPending(null);
      return false;
    });
  };
  return [pending, push];
}
