// Where an eigenvalue stands on the axis of the spectrum: by the logarithm of its size, whatever its sign.

export interface SpectrumScale {
  /** Least and greatest exponent of ten on the axis. */
  readonly low: number;
  readonly high: number;
  /** 0 at the left end, 1 at the right; what is smaller than all that is shown stands at the left end. */
  place(value: number): number;
}

/** Eigenvalues this many decades below the largest are as good as flat. */
const mostDecades = 10;

export function spectrumScale(spectra: readonly ArrayLike<number>[]): SpectrumScale | null {
  let least = Infinity;
  let most = 0;
  for (const values of spectra) {
    for (let k = 0; k < values.length; k++) {
      const size = Math.abs(values[k] ?? NaN);
      if (!(size > 0 && size < Infinity)) continue;
      least = Math.min(least, size);
      most = Math.max(most, size);
    }
  }
  if (!(most > 0)) return null;
  const high = Math.ceil(Math.log10(most) + 1e-9);
  const low = Math.max(
    high - mostDecades,
    Math.min(high - 1, Math.floor(Math.log10(least) - 1e-9)),
  );
  return {
    low,
    high,
    place: (value) => {
      const exponent = Math.log10(Math.abs(value));
      return Math.min(1, Math.max(0, (exponent - low) / (high - low)));
    },
  };
}
