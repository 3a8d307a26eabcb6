// A growing list of line segments in one typed array: six numbers each, from (x, y, z) to (x, y, z). Pure.

export interface Segments {
  readonly data: Float32Array;
  readonly count: number;
  push(x0: number, y0: number, z0: number, x1: number, y1: number, z1: number): void;
  /** Forgets the segments past the first `count`. */
  cut(count: number): void;
  /** The first segment written since the last call, or `count` if none was. */
  takeChanged(): number;
}

/** @param capacity segments that fit before the array is replaced by one of twice the length */
export function createSegments(capacity: number): Segments {
  let data = new Float32Array(6 * capacity);
  let count = 0;
  let changed = 0;
  return {
    get data() {
      return data;
    },
    get count() {
      return count;
    },
    push(x0, y0, z0, x1, y1, z1) {
      if (6 * count === data.length) {
        const wider = new Float32Array(2 * data.length);
        wider.set(data);
        data = wider;
      }
      const k = 6 * count;
      data[k] = x0;
      data[k + 1] = y0;
      data[k + 2] = z0;
      data[k + 3] = x1;
      data[k + 4] = y1;
      data[k + 5] = z1;
      count++;
    },
    cut(to) {
      count = Math.min(count, to);
      changed = Math.min(changed, count);
    },
    takeChanged() {
      const first = changed;
      changed = count;
      return first;
    },
  };
}
