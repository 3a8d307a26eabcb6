// The ways to compute with WebAssembly, there at once. A page is built with late-kernels.ts in this file's place.
export { createQuickSweeps } from './kernel/whole/create-quick-sweeps.ts';
export { createSurfaceKernel } from './kernel/surface-kernel.ts';

/** Resolves when they can be used. */
export const kernelsReady: Promise<void> = Promise.resolve();
