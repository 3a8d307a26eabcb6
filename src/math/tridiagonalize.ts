// A symmetric matrix as a tridiagonal one, seen from other axes (Householder; tred2 of EISPACK).

export interface Tridiagonal {
  /** One number a row. */
  readonly diagonal: Float64Array;
  /** `coupling[i]` stands between rows `i - 1` and `i`; the first is 0. */
  readonly coupling: Float64Array;
}

/**
 * Martin, Reinsch and Wilkinson, "Householder's tridiagonalization of a symmetric matrix" (1968).
 *
 * @param columns size x size, symmetric and finite; afterwards it holds the axes, one after the other: column `j` begins
 *   at `j * size`
 */
export function tridiagonalize(columns: Float64Array, size: number): Tridiagonal {
  const diagonal = new Float64Array(size);
  const coupling = new Float64Array(size);
  const last = size - 1;
  for (let j = 0; j < size; j++) diagonal[j] = columns[j * size + last];
  // From the last row up, a reflection makes all but the two entries before the diagonal 0.
  for (let i = last; i > 0; i--) reflect(columns, size, i, diagonal, coupling);
  accumulate(columns, size, diagonal);
  coupling[0] = 0;
  return { diagonal, coupling };
}

/** `diagonal` brings row `i` along, and is used for the vector of the reflection. */
function reflect(
  columns: Float64Array,
  size: number,
  i: number,
  diagonal: Float64Array,
  coupling: Float64Array,
) {
  let scale = 0;
  for (let k = 0; k < i; k++) scale += Math.abs(diagonal[k]);
  if (scale === 0) {
    coupling[i] = diagonal[i - 1];
    for (let j = 0; j < i; j++) {
      diagonal[j] = columns[j * size + i - 1];
      columns[j * size + i] = 0;
      columns[i * size + j] = 0;
    }
    diagonal[i] = 0;
    return;
  }
  let square = 0;
  for (let k = 0; k < i; k++) {
    diagonal[k] /= scale;
    square += diagonal[k] * diagonal[k];
  }
  const before = diagonal[i - 1];
  const length = before > 0 ? -Math.sqrt(square) : Math.sqrt(square);
  coupling[i] = scale * length;
  square -= before * length;
  diagonal[i - 1] = before - length;
  // The matrix times the vector, by one triangle of it.
  coupling.fill(0, 0, i);
  for (let j = 0; j < i; j++) {
    const column = j * size;
    const factor = diagonal[j];
    columns[i * size + j] = factor;
    let product = coupling[j] + columns[column + j] * factor;
    for (let k = j + 1; k < i; k++) {
      product += columns[column + k] * diagonal[k];
      coupling[k] += columns[column + k] * factor;
    }
    coupling[j] = product;
  }
  let overlap = 0;
  for (let j = 0; j < i; j++) {
    coupling[j] /= square;
    overlap += coupling[j] * diagonal[j];
  }
  const half = overlap / (square + square);
  for (let j = 0; j < i; j++) coupling[j] -= half * diagonal[j];
  for (let j = 0; j < i; j++) {
    const column = j * size;
    const f = diagonal[j];
    const g = coupling[j];
    for (let k = j; k < i; k++) columns[column + k] -= f * coupling[k] + g * diagonal[k];
    diagonal[j] = columns[column + i - 1];
    columns[column + i] = 0;
  }
  diagonal[i] = square;
}

/** The product of all reflections; the tridiagonal form's diagonal, too, is taken out of the matrix. */
function accumulate(columns: Float64Array, size: number, diagonal: Float64Array) {
  const last = size - 1;
  for (let i = 0; i < last; i++) {
    columns[i * size + last] = columns[i * size + i];
    columns[i * size + i] = 1;
    const next = (i + 1) * size;
    const square = diagonal[i + 1];
    if (square !== 0) {
      for (let k = 0; k <= i; k++) diagonal[k] = columns[next + k] / square;
      for (let j = 0; j <= i; j++) {
        const column = j * size;
        let overlap = 0;
        for (let k = 0; k <= i; k++) overlap += columns[next + k] * columns[column + k];
        for (let k = 0; k <= i; k++) columns[column + k] -= overlap * diagonal[k];
      }
    }
    for (let k = 0; k <= i; k++) columns[next + k] = 0;
  }
  for (let j = 0; j < size; j++) {
    diagonal[j] = columns[j * size + last];
    columns[j * size + last] = 0;
  }
  columns[last * size + last] = 1;
}
