// Sine, cosine and arcsine, from + - * / sqrt alone: the same bits in every engine. Data sets and schedules use them.
import { toWhole } from './powers-of-two.ts';

/** pi / 2 in three parts; the first two have 33 bits, so that their products with a whole number below 2^20 are exact. */
const quarter0 = 1.5707963267341256;
const quarter1 = 6.077100506303966e-11;
const quarter2 = 2.0222662487959506e-21;
const perQuarter = 0.6366197723675814;

/** sin(r) = r + r z S(z) and cos(r) = 1 - z / 2 + z^2 C(z), z = r^2: the best polynomials for |r| up to pi / 4. */
const s0 = -0.16666666666666632;
const s1 = 0.008333333333322424;
const s2 = -0.00019841269829815581;
const s3 = 2.755731369472959e-6;
const s4 = -2.505075857235036e-8;
const s5 = 1.5896823068551618e-10;
const c0 = 0.0416666666666666;
const c1 = -0.0013888888888874136;
const c2 = 2.480158728949036e-5;
const c3 = -2.75573143547987e-7;
const c4 = 2.087572362172706e-9;
const c5 = -1.1359666500839212e-11;

/** The sine of x quarter turns further on. */
function sineFrom(x: number, turn: number): number {
  // Further out the three parts of pi / 2 are too short.
  if (!(Math.abs(x) <= 1e6)) return NaN;
  const k = x * perQuarter + toWhole - toWhole;
  const r = x - k * quarter0 - k * quarter1 - k * quarter2;
  const z = r * r;
  const sine = r + r * (z * (s0 + z * (s1 + z * (s2 + z * (s3 + z * (s4 + z * s5))))));
  const cosine = 1 - (z / 2 - z * z * (c0 + z * (c1 + z * (c2 + z * (c3 + z * (c4 + z * c5))))));
  const quadrant = (k + turn) & 3;
  const size = (quadrant & 1) === 0 ? sine : cosine;
  return quadrant > 1 ? -size : size;
}

/** The sine of x radians, within 4 ulp up to |x| = 1000 and 2e-16 up to 10^6; beyond, NaN. */
export const sin = (x: number): number => sineFrom(x, 0);

/** The cosine of x radians, as exact as the sine. */
export const cos = (x: number): number => sineFrom(x, 1);

/** asin(x) = x + x z A(z), z = x^2: the best polynomial for |x| up to 1 / 2, lowest degree first. */
const asinCoefficients: readonly number[] = [
  0.16666666666666763, 0.07499999999970261, 0.044642857175121634, 0.03038194268357952,
  0.02237221566127365, 0.01735160007588005, 0.013980961628911565, 0.011397774614485653,
  0.010786536469570479, 0.0036830145657987374, 0.02176356516915931, -0.021077385228136875,
  0.032676947892015154,
];

/** The arcsine in radians, from -pi / 2 to pi / 2, within 4 ulp; NaN beyond -1 and 1. */
export function asin(x: number): number {
  const size = Math.abs(x);
  // Above 1 / 2 by half the angle: its sine squared is (1 - x) / 2.
  const isFar = size > 0.5;
  const z = isFar ? (1 - size) / 2 : x * x;
  let sum = 0;
  for (let k = asinCoefficients.length - 1; k >= 0; k--) sum = sum * z + asinCoefficients[k];
  if (!isFar) return x + x * (z * sum);
  const root = Math.sqrt(z);
  const angle = Math.PI / 2 - 2 * (root + root * (z * sum));
  return x < 0 ? -angle : angle;
}
