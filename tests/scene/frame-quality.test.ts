// Coarser pixels where frames are slow, and finer ones again only where there is time to spare.
import { describe, expect, it, vi } from 'vitest';
import { createFrameQuality } from '../../app/scene/frame-quality.ts';

function create(isSoftware = false) {
  const limitGrid = vi.fn<(isPlain: boolean) => void>();
  const quality = createFrameQuality(isSoftware, limitGrid);
  let now = 0;
  /** Frames that draw, one after the other. */
  const frames = (count: number, gap: number, isMoving = true, draws = true) => {
    for (let k = 0; k < count; k++) {
      now += gap;
      quality.begin(now, isMoving);
      if (draws) quality.end();
    }
  };
  const limits = () => limitGrid.mock.calls.map(([isPlain]) => (isPlain ? 129 : 257));
  return { quality, frames, limits };
}

describe('pixels and points', () => {
  it('are fine while frames are quick', () => {
    const { quality, frames, limits } = create();
    frames(1000, 16.7);
    expect(quality.isPlain).toBe(false);
    expect(limits()).toEqual([257]);
  });

  it('become coarse once most of the latest frames are slow', () => {
    const { quality, frames, limits } = create();
    frames(100, 16.7);
    frames(12, 60);
    expect(quality.isPlain).toBe(false);
    frames(1, 60);
    expect(quality.isPlain).toBe(true);
    expect(limits()).toEqual([257, 129]);
  });

  it('do not mind single slow frames, pauses, or what is slow without drawing', () => {
    const { quality, frames } = create();
    for (let k = 0; k < 40; k++) {
      frames(3, 16.7);
      frames(1, 150);
    }
    frames(60, 5000);
    frames(60, 90, false);
    frames(60, 90, true, false);
    expect(quality.isPlain).toBe(false);
  });

  it('become fine again after a long time of quick frames, and not of frames just good enough', () => {
    const { quality, frames, limits } = create();
    frames(30, 60);
    frames(1000, 30);
    expect(quality.isPlain).toBe(true);
    frames(239, 16.7);
    expect(quality.isPlain).toBe(true);
    frames(1, 16.7);
    expect(quality.isPlain).toBe(false);
    expect(limits()).toEqual([257, 129, 257]);
  });

  it('settle where fine pixels prove too much each time', () => {
    const { quality, frames, limits } = create();
    const changes: number[] = [];
    for (let k = 0; k < 20_000; k++) {
      const before = quality.isPlain;
      frames(1, quality.isPlain ? 16.7 : 60);
      if (quality.isPlain !== before) changes.push(k);
    }
    expect(quality.isPlain).toBe(true);
    // Lowered once, and after each of four trials, with longer and longer waits.
    expect(limits()).toEqual([257, 129, 257, 129, 257, 129, 257, 129, 257, 129]);
    const waits = [2, 4, 6, 8].map((k) => (changes[k - 1] ?? 0) - (changes[k - 2] ?? 0));
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(new Set(waits).size).toBe(4);
  });

  it('are coarse for good without a graphics processor', () => {
    const { quality, frames, limits } = create(true);
    frames(5000, 8);
    expect(quality.isPlain).toBe(true);
    expect(limits()).toEqual([129]);
  });
});
