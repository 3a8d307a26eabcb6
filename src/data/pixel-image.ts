// A generated grey picture, smooth as photographs are: bright and dark patches of every size, large ones stronger.
import type { Random } from '../math/random.ts';

export const imageSize = 64;

/** Side of the largest patches in pixels, and by how much patches of half the side are weaker. */
const largestPatch = 32;
const weakening = 0.6;
/** The share of pixels that is made black, and the share made white, as when a photograph is given full contrast. */
const saturated = 0.01;

/**
 * Value noise: random grey values on ever finer grids, smoothly interpolated and summed.
 * @returns imageSize x imageSize whole numbers from 0 to 255, row major
 */
export function createPixelImage(random: Random): Uint8Array {
  const light = new Float64Array(imageSize * imageSize);
  let strength = 1;
  for (let patch = largestPatch; patch >= 1; patch /= 2) {
    addPatches(light, patch, strength, random);
    strength *= weakening;
  }
  const sorted = light.slice().sort();
  const black = sorted[Math.floor(saturated * sorted.length)];
  const white = sorted[Math.ceil((1 - saturated) * sorted.length) - 1];
  return Uint8Array.from(light, (value) =>
    Math.round(255 * Math.min(Math.max((value - black) / (white - black), 0), 1)),
  );
}

function addPatches(light: Float64Array, patch: number, strength: number, random: Random) {
  const side = imageSize / patch + 1;
  const corners = Float64Array.from({ length: side * side }, () => random.uniform());
  for (let y = 0; y < imageSize; y++) {
    const top = Math.floor(y / patch) * side;
    const down = smooth((y % patch) / patch);
    for (let x = 0; x < imageSize; x++) {
      const corner = top + Math.floor(x / patch);
      const right = smooth((x % patch) / patch);
      const above = mix(corners[corner], corners[corner + 1], right);
      const below = mix(corners[corner + side], corners[corner + side + 1], right);
      light[y * imageSize + x] += strength * mix(above, below, down);
    }
  }
}

const mix = (a: number, b: number, share: number) => a + (b - a) * share;
const smooth = (t: number) => t * t * (3 - 2 * t);
