// A field whose choice was refused shows again what is in force: React sees to that after every event, and Preact, which
// guests have in its place, when the field is rendered anew.
import { useReducer } from 'react';

/** @returns has the component that calls this rendered once more; for the end of a field's `onChange` */
export function useAnew(): () => void {
  const [, anew] = useReducer((count: number) => count + 1, 0);
  return anew;
}
