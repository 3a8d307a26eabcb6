// What the sweeps over a layer's columns share: one column for each unit, in the notation of batch-column.ts.

/** What one sweep over a layer's columns leaves for the next; `units` numbers, or units x capacity. */
export interface Columns {
  readonly mean: Float64Array;
  /** Biased: divided by the number of rows. */
  readonly variance: Float64Array;
  /** s */
  readonly inverseDeviation: Float64Array;
  /** x^ */
  readonly normalized: Float64Array;
  readonly adjointGamma: Float64Array;
  readonly adjointBeta: Float64Array;
  /** c, the relative stretch of the deviation along a direction. */
  readonly stretch: Float64Array;
  readonly normalizedTangent: Float64Array;
  readonly adjointGammaTangent: Float64Array;
  readonly adjointBetaTangent: Float64Array;
}

export function createColumns(units: number, capacity: number): Columns {
  return {
    mean: new Float64Array(units),
    variance: new Float64Array(units),
    inverseDeviation: new Float64Array(units),
    normalized: new Float64Array(units * capacity),
    adjointGamma: new Float64Array(units),
    adjointBeta: new Float64Array(units),
    stretch: new Float64Array(units),
    normalizedTangent: new Float64Array(units * capacity),
    adjointGammaTangent: new Float64Array(units),
    adjointBetaTangent: new Float64Array(units),
  };
}
