import { describe, expect, it } from 'vitest';
import { grids, movingGrid, nextGrid } from '../../app/session/grid-policy.ts';

const question = (cost: number | null, lanes = 2, workers = 1, finest = 257) => ({
  ...{ cost, lanes, workers, finest },
});

describe('the choice of a grid', () => {
  it('begins coarse, before anything is known', () => {
    expect(movingGrid(question(null), null)).toBe(33);
    expect(nextGrid(question(null), 33)).toBeNull();
  });

  it('is coarser for costlier networks and more lanes, and finer with more workers', () => {
    expect(movingGrid(question(1e-4), null)).toBe(65);
    expect(movingGrid(question(1), null)).toBe(33);
    const cost = 45 / (65 * 65);
    expect(movingGrid(question(0.99 * cost), 33)).toBe(65);
    expect(movingGrid(question(0.99 * cost, 4), 33)).toBe(33);
    expect(movingGrid(question(1.9 * cost), 33)).toBe(33);
    expect(movingGrid(question(1.9 * cost, 2, 2), 33)).toBe(65);
  });

  it('stays as it is while costs waver', () => {
    const cost = 45 / (65 * 65);
    expect(movingGrid(question(1.2 * cost), 65)).toBe(65);
    expect(movingGrid(question(1.2 * cost), 33)).toBe(33);
    expect(movingGrid(question(2 * cost), 65)).toBe(33);
  });

  it('refines at rest, as long as a reader would wait for it', () => {
    expect(grids.slice(0, -1).map((grid) => nextGrid(question(1e-4), grid))).toEqual([
      65, 129, 257,
    ]);
    expect(nextGrid(question(1e-4), 257)).toBeNull();
    expect(nextGrid(question(0.03), 65)).toBe(129);
    expect(nextGrid(question(0.03), 129)).toBeNull();
  });

  it('goes no further than there is use for', () => {
    expect(nextGrid(question(1e-4, 2, 1, 65), 33)).toBe(65);
    expect(nextGrid(question(1e-4, 2, 1, 65), 65)).toBeNull();
    expect(movingGrid(question(1e-4, 2, 1, 33), null)).toBe(33);
  });

  it('refines to grids that hold the coarser points', () => {
    for (let k = 1; k < grids.length; k++) {
      expect((grids[k] ?? 0) - 1).toBe(2 * ((grids[k - 1] ?? 0) - 1));
    }
  });
});
