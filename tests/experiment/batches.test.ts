// Mini-batches: every row once an epoch, the same for everybody, and never a single row left over.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBatches } from '../../src/index.ts';

const epoch = (count: number, size: number, seed = 1) => {
  const batches = createBatches(count, size, seed);
  if (!batches) throw new Error('one batch holds all rows');
  const result: number[][] = [];
  while (result.flat().length < count) result.push([...batches.next()]);
  return result;
};

test('an epoch has every row once, in batches of the size asked for but for the last', () => {
  const sizes = fc.integer({ min: 1, max: 40 });
  fc.assert(
    fc.property(fc.integer({ min: 42, max: 120 }), sizes, fc.nat(), (count, size, seed) => {
      const rows = epoch(count, size, seed);
      expect(rows.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, k) => k));
      for (const batch of rows.slice(0, -1)) expect(batch).toHaveLength(size);
      const last = rows[rows.length - 1];
      expect(last.length).toBeLessThanOrEqual(size > 1 ? size + 1 : 1);
      if (size > 1) expect(last.length).toBeGreaterThan(1);
    }),
  );
});

test('one row left over joins the batch before it', () => {
  expect(epoch(10, 3).map((batch) => batch.length)).toEqual([3, 3, 4]);
  expect(epoch(11, 3).map((batch) => batch.length)).toEqual([3, 3, 3, 2]);
});

test('epochs are shuffled anew, and a reset gives the same rows again', () => {
  const batches = createBatches(50, 10, 7);
  if (!batches) throw new Error('one batch holds all rows');
  const take = () => Array.from({ length: 10 }, () => [...batches.next()]);
  const twoEpochs = take();
  expect(twoEpochs.slice(0, 5).flat()).not.toEqual(twoEpochs.slice(5).flat());
  batches.reset();
  expect(take()).toEqual(twoEpochs);
  expect(epoch(50, 10, 8)).not.toEqual(twoEpochs.slice(0, 5));
});

test.each([0, 100, 99, 5000])('of 100 rows, batches of %d are all of them', (size) => {
  expect(createBatches(100, size, 1)).toBeNull();
});
