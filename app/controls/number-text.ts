// Numbers as a reader types and reads them: forgiving in what is taken, plain in what is refused.
import type { Knob } from '../../src/index.ts';

/** What a typed text means, or a sentence that says what to enter instead. */
export type Parsed<T> =
  | { readonly value: T; readonly problem: null }
  | { readonly value: null; readonly problem: string };

/** The ends and the grain of a number; a knob is one. */
export type Limits = Pick<Knob, 'min' | 'max' | 'integer'>;

const pattern = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** All digits of a number, up to 12, without the noise of its last bits: `0.3`, `200`, `1e-6`. */
export function formatNumber(value: number): string {
  const rounded = Number(value.toPrecision(12));
  const size = Math.abs(rounded);
  const plain = rounded === 0 || (size >= 1e-4 && size < 1e7);
  return plain ? String(rounded) : rounded.toExponential().replace('e+', 'e');
}

/** Takes `0.1`, `.1`, `1e-3`, a comma as the decimal sign, and the typographic minus. */
export function parseNumber(text: string, limits: Limits): Parsed<number> {
  const { min, max, integer } = limits;
  const kind = integer ? 'a whole number' : 'a number';
  const cure = `enter ${kind} from ${formatNumber(min)} to ${formatNumber(max)}.`;
  const typed = text.trim();
  const plain = typed.replace('\u2212', '-').replace(/^([^.,]*),([^.,]*)$/, '$1.$2');
  if (typed === '') return { value: null, problem: `Nothing entered: ${cure}` };
  const value = Number(plain);
  if (!pattern.test(plain) || !Number.isFinite(value)) {
    return { value: null, problem: `Not a number: ${cure}` };
  }
  if (integer && !Number.isInteger(value)) {
    return { value: null, problem: `Not a whole number: ${cure}` };
  }
  if (value < min) return { value: null, problem: `Too small: ${cure}` };
  if (value > max) return { value: null, problem: `Too large: ${cure}` };
  return { value, problem: null };
}
