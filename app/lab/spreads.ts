// How widely the two raw inputs vary.

/** Standard deviations (divided by the number of rows) of two columns, row major. */
export function spreads(inputs: Float64Array): [number, number] {
  const count = inputs.length / 2;
  const spread = (column: number) => {
    let mean = 0;
    for (let i = column; i < inputs.length; i += 2) mean += (inputs[i] ?? 0) / count;
    let sum = 0;
    for (let i = column; i < inputs.length; i += 2) sum += ((inputs[i] ?? 0) - mean) ** 2;
    return Math.sqrt(sum / count);
  };
  return [spread(0), spread(1)];
}
