// The ways to compute with WebAssembly, there at once. A page is built with late-kernels.ts in this file's place.
export { createStepParts } from './kernel/step/step-parts.ts';
export { createSurfaceKernel } from './kernel/surface-kernel.ts';

/** Resolves when they can be used. */
export const kernelsReady: Promise<void> = Promise.resolve();
