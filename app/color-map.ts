// The one colour map of losses, as a table: shared by mesh, contour plot and legend, so that they agree to the byte.
import { rgb } from 'd3-color';
import { interpolateViridis } from 'd3-scale-chromatic';

/** Red, green, blue (0 to 255, sRGB) of the middle of each band, low losses dark; bands x 3. */
export function bandColors(bands: number): Uint8Array {
  const table = new Uint8Array(3 * bands);
  for (let k = 0; k < bands; k++) {
    const { r, g, b } = rgb(interpolateViridis((k + 0.5) / bands));
    table.set([r, g, b], 3 * k);
  }
  return table;
}

const styles = new Map<number, readonly string[]>();

/** The same colours as CSS values. A legend asks for them in every frame. */
export function bandStyles(bands: number): readonly string[] {
  const known = styles.get(bands);
  if (known) return known;
  const table = bandColors(bands);
  const made = Array.from(
    { length: bands },
    (_, k) => `rgb(${table[3 * k]}, ${table[3 * k + 1]}, ${table[3 * k + 2]})`,
  );
  styles.set(bands, made);
  return made;
}
