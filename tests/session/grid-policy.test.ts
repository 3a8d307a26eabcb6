import { describe, expect, it } from 'vitest';
import { chooseGrid, grids } from '../../app/session/grid-policy.ts';

describe('the choice of a grid', () => {
  it('begins coarse, before anything is known', () => {
    expect(chooseGrid(true, null)).toBe(33);
    expect(chooseGrid(false, null)).toBe(33);
  });

  it('is finer at rest than in motion, and coarser for costlier networks', () => {
    for (const cost of [1e-5, 1e-3, 1e-2, 1e-1, 1]) {
      expect(chooseGrid(false, cost)).toBeGreaterThanOrEqual(chooseGrid(true, cost));
      expect(chooseGrid(true, 10 * cost)).toBeLessThanOrEqual(chooseGrid(true, cost));
    }
    expect(chooseGrid(true, 1e-4)).toBe(65);
    expect(chooseGrid(false, 1e-4)).toBe(129);
    expect(chooseGrid(false, 10)).toBe(33);
  });

  it('refines to grids that hold the coarser points', () => {
    for (let k = 1; k < grids.length; k++) {
      expect(((grids[k] ?? 0) - 1) % ((grids[k - 1] ?? 0) - 1)).toBe(0);
    }
  });
});
