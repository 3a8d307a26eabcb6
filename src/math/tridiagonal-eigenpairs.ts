// The eigenvalues and eigenvectors of a symmetric tridiagonal matrix (QL with implicit shifts; tql2 of EISPACK).

const epsilon = 2 ** -52;

/**
 * Bowdler, Martin, Reinsch and Wilkinson, "The QR and QL algorithms for symmetric matrices" (1968).
 *
 * @param diagonal afterwards the eigenvalues, in no order
 * @param coupling `coupling[i]` between rows `i - 1` and `i`; used up
 * @param vectors the axes that the matrix is seen from, one after the other; afterwards the eigenvectors
 */
export function tridiagonalEigenpairs(
  diagonal: Float64Array,
  coupling: Float64Array,
  vectors: Float64Array,
): void {
  const size = diagonal.length;
  coupling.copyWithin(0, 1);
  coupling[size - 1] = 0;
  let shift = 0;
  let largest = 0;
  for (let l = 0; l < size; l++) {
    largest = Math.max(largest, Math.abs(diagonal[l]) + Math.abs(coupling[l]));
    let m = l;
    // The last coupling is 0.
    while (Math.abs(coupling[m]) > epsilon * largest) m++;
    while (m > l) {
      shift += shiftRows(diagonal, coupling, l);
      sweep(diagonal, coupling, vectors, l, m);
      if (Math.abs(coupling[l]) <= epsilon * largest) break;
    }
    diagonal[l] += shift;
    coupling[l] = 0;
  }
}

/** Moves the spectrum of what is left so that the sweep converges at `l`; by how much. */
function shiftRows(diagonal: Float64Array, coupling: Float64Array, l: number): number {
  const before = diagonal[l];
  const p = (diagonal[l + 1] - before) / (2 * coupling[l]);
  const r = p < 0 ? -hypotenuse(p, 1) : hypotenuse(p, 1);
  diagonal[l] = coupling[l] / (p + r);
  diagonal[l + 1] = coupling[l] * (p + r);
  const shift = before - diagonal[l];
  for (let i = l + 2; i < diagonal.length; i++) diagonal[i] -= shift;
  return shift;
}

/** Rotations from row `m` up to row `l`. */
function sweep(
  diagonal: Float64Array,
  coupling: Float64Array,
  vectors: Float64Array,
  l: number,
  m: number,
) {
  const size = diagonal.length;
  const below = diagonal[l + 1];
  const couplingBelow = coupling[l + 1];
  let p = diagonal[m];
  let [cosine, cosineBefore, cosineTwoBefore] = [1, 1, 1];
  let [sine, sineBefore] = [0, 0];
  for (let i = m - 1; i >= l; i--) {
    cosineTwoBefore = cosineBefore;
    cosineBefore = cosine;
    sineBefore = sine;
    const g = cosine * coupling[i];
    const h = cosine * p;
    const r = hypotenuse(p, coupling[i]);
    coupling[i + 1] = sine * r;
    sine = coupling[i] / r;
    cosine = p / r;
    p = cosine * diagonal[i] - sine * g;
    diagonal[i + 1] = h + sine * (cosine * g + sine * diagonal[i]);
    const first = i * size;
    const second = first + size;
    for (let k = 0; k < size; k++) {
      const a = vectors[first + k];
      const b = vectors[second + k];
      vectors[second + k] = sine * a + cosine * b;
      vectors[first + k] = cosine * a - sine * b;
    }
  }
  p = (-sine * sineBefore * cosineTwoBefore * couplingBelow * coupling[l]) / below;
  coupling[l] = sine * p;
  diagonal[l] = cosine * p;
}

/** Without overflow, and, unlike `Math.hypot`, the same in every engine. */
function hypotenuse(a: number, b: number): number {
  const [large, small] = Math.abs(a) > Math.abs(b) ? [a, b] : [b, a];
  if (large === 0) return 0;
  const ratio = small / large;
  return Math.abs(large) * Math.sqrt(1 + ratio * ratio);
}
