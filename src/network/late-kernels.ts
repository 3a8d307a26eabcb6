// The ways to compute with WebAssembly, fetched while a page already computes without: the bits of a run are the same with
// and without, so that nobody sees when they arrive. What the page is built with, see vite.config.ts.
import type * as Kernels from './kernels.ts';

let arrived: typeof Kernels | null = null;
/** Resolves when they have come, or cannot: who cannot fetch them stays with the plain network, which is always right. */
export const kernelsReady: Promise<void> = import('./kernels.ts').then(
  (kernels) => {
    arrived = kernels;
  },
  () => undefined,
);

/** Null until it can be made. */
export const createQuickSweeps = (
  ...given: Parameters<typeof Kernels.createQuickSweeps>
): ReturnType<typeof Kernels.createQuickSweeps> | null =>
  arrived && arrived.createQuickSweeps(...given);

export const createSurfaceKernel: typeof Kernels.createSurfaceKernel = (source) => {
  let kernel: ReturnType<typeof Kernels.createSurfaceKernel> | null = null;
  const known = () => (kernel ??= arrived && arrived.createSurfaceKernel(source));
  return {
    evaluatePlane: (...given) => known()?.evaluatePlane(...given) ?? false,
    get kind() {
      return known()?.kind ?? 'wasm';
    },
    get note() {
      return known()?.note ?? null;
    },
  };
};
