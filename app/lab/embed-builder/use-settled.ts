// A value that changes often, as it is once it has stood for a moment.
import { useEffect, useState } from 'react';

/** Milliseconds: longer than between two keys, shorter than patience. */
const moment = 400;

export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), moment);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
