// What is said beside the speed that was asked for, where the machine does not keep it.
import { formatNumber } from '../../src/index.ts';

/** Below this part of the wanted speed it is said. */
const shortfall = 0.85;

/** @param measured steps a second; null while not known */
export function speedWords(wanted: number, measured: number | null): string {
  if (measured === null || measured >= shortfall * wanted) return '';
  return `only ${formatNumber(measured, 2)} steps/s`;
}
