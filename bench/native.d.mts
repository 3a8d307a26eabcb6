import type { Case } from './cases.mjs';

export interface Compiler {
  readonly command: string;
  readonly version: string;
}

export function findCompiler(): Compiler | null;
export function compileNative(
  compiler: Compiler,
  folder: string,
  subject: Case,
): {
  surface(grid: number, repeats: number): number;
  surfaceLosses(grid: number): Float64Array;
  step(repeats: number): number;
  stepResult(): Float64Array;
};
