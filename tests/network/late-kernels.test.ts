// Kernels that come late: until then the network does without, and the surface counts as what it is going to be.
import { expect, it, vi } from 'vitest';
import * as kernels from '../../src/network/kernels.ts';

it('answers as the kernels do once they have come, and not at all before', async () => {
  const late = await import('../../src/network/late-kernels.ts');
  type Source = Parameters<typeof kernels.createSurfaceKernel>[0];
  const made = vi.spyOn(kernels, 'createSurfaceKernel').mockReturnValue({
    kind: 'plain',
    note: 'refused',
    evaluatePlane: () => true,
  } as unknown as ReturnType<typeof kernels.createSurfaceKernel>);
  const kernel = late.createSurfaceKernel({} as Source);
  // In the very turn in which they were asked for.
  expect(kernel.kind).toBe('wasm');
  expect(kernel.note).toBeNull();
  await late.kernelsReady;
  expect(kernel.kind).toBe('plain');
  expect(kernel.note).toBe('refused');
  expect(made).toHaveBeenCalledTimes(1);
});
