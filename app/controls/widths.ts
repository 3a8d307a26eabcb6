// The hidden layers as text: `4-4` is two layers of four units, `0` is one neuron without any.
import { maximumHiddenLayers, maximumUnits } from '../../src/index.ts';
import type { Parsed } from './number-text.ts';

/** Networks worth a place in the menu, from one neuron to one that is hard to train without normalization. */
export const presetWidths: readonly (readonly number[])[] = [
  [],
  [2],
  [4],
  [8],
  [16],
  [4, 4],
  [8, 8],
  [6, 6, 6],
  [6, 6, 6, 6, 6, 6],
];

export function formatWidths(widths: readonly number[]): string {
  return widths.length === 0 ? '0' : widths.join('-');
}

/** What the menu calls a network, short enough for it. */
export function describeWidths(widths: readonly number[]): string {
  const [first = 0] = widths;
  if (widths.length === 0) return 'one neuron';
  if (widths.length === 1) return first === 1 ? '1 unit' : `${first} units`;
  const isUniform = widths.every((width) => width === first);
  return isUniform && widths.length > 3
    ? `${widths.length} layers of ${first}`
    : formatWidths(widths);
}

/** Takes `4-4`, `4 4`, `4, 4` and `4x4`; `0` or nothing for one neuron. */
export function parseWidths(text: string): Parsed<readonly number[]> {
  const typed = text.trim();
  if (typed === '' || typed === '0') return { value: [], problem: null };
  const parts = typed.split(/\s*[-\u2013,;x\s]\s*/u);
  if (!parts.every((part) => /^\d+$/.test(part))) {
    return {
      value: null,
      problem: 'Not a list of widths: enter them as in 4-4, or 0 for one neuron.',
    };
  }
  const widths = parts.map(Number);
  if (widths.length > maximumHiddenLayers) {
    return {
      value: null,
      problem: `Too many layers: ${widths.length}, of at most ${maximumHiddenLayers}.`,
    };
  }
  const wrong = widths.find((width) => width < 1 || width > maximumUnits);
  if (wrong !== undefined) {
    return {
      value: null,
      problem: `Not a width: ${wrong}. A layer has 1 to ${maximumUnits} units.`,
    };
  }
  return { value: widths, problem: null };
}
