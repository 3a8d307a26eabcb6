// Whether anything a picture is made of is different from the last time it was drawn.

/** Gives a function that is true on its first call, and whenever one of its values differs from the call before. */
export function createChangeDetector(): (values: readonly unknown[]) => boolean {
  let before: readonly unknown[] | null = null;
  return (values) => {
    const same =
      before !== null &&
      before.length === values.length &&
      values.every((value, k) => Object.is(value, before?.[k]));
    if (!same) before = values;
    return !same;
  };
}
