// Messages of the page around an embed: what is read, what is held within limits, and what is ignored.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHostMessage } from '../../app/embed/host-message.ts';

const from = (fields: object) => readHostMessage({ source: 'normscape', v: 1, ...fields });

describe('a message', () => {
  test.each([
    { type: 'play' },
    { type: 'pause' },
    { type: 'reset' },
    { type: 'get-state' },
    { type: 'step', count: 12 },
    { type: 'seek', step: 0 },
    { type: 'set', query: '?lr=0.5' },
    { type: 'theme', theme: 'dark' },
    { type: 'snapshot', panel: 'contour', format: 'png' },
  ])('is read: $type', (message) => {
    expect(from(message)).toEqual(message);
  });

  test('may leave out what goes without saying', () => {
    expect(from({ type: 'step' })).toEqual({ type: 'step', count: 1 });
    expect(from({ type: 'snapshot', panel: 'loss' })).toMatchObject({ format: 'png' });
  });

  test.each([
    [
      { type: 'step', count: -3 },
      { type: 'step', count: 1 },
    ],
    [
      { type: 'step', count: 2.6 },
      { type: 'step', count: 3 },
    ],
    [
      { type: 'step', count: 1e300 },
      { type: 'step', count: 1_000_000 },
    ],
    [
      { type: 'seek', step: -1 },
      { type: 'seek', step: 0 },
    ],
    [
      { type: 'seek', step: Infinity },
      { type: 'seek', step: 1_000_000 },
    ],
  ])('has its numbers held within limits: %j', (message, read) => {
    expect(from(message)).toEqual(read);
  });

  test('keeps no field that it should not have', () => {
    expect(from({ type: 'play', html: '<img>', count: 3 })).toEqual({ type: 'play' });
  });
});

describe('no message', () => {
  test.each([
    null,
    undefined,
    'play',
    7,
    [],
    {},
    { type: 'play' },
    { source: 'normscape', type: 'play' },
    { source: 'normscape', v: 2, type: 'play' },
    { source: 'normscape', v: '1', type: 'play' },
    { source: 'other', v: 1, type: 'play' },
    Object.create({ source: 'normscape', v: 1, type: 'play' }),
  ])('is in %j', (data) => {
    expect(readHostMessage(data)).toBeNull();
  });

  test.each([
    { type: 'fetch', url: 'x' },
    { type: 'constructor' },
    { type: '__proto__' },
    { type: ['play'] },
    { type: 'step', count: '5' },
    { type: 'step', count: Number.NaN },
    { type: 'step', count: null },
    { type: 'seek' },
    { type: 'seek', step: {} },
    { type: 'set' },
    { type: 'set', query: 5 },
    { type: 'set', query: 'x'.repeat(8193) },
    { type: 'theme', theme: 'sepia' },
    { type: 'theme', theme: ['dark'] },
    { type: 'snapshot' },
    { type: 'snapshot', panel: 'x'.repeat(41) },
    { type: 'snapshot', panel: 'contour', format: 3 },
  ])('is in the right envelope with %j', (fields) => {
    expect(from(fields)).toBeNull();
  });

  test('makes the reader throw, whatever is sent', () => {
    const types = fc.constantFrom('play', 'step', 'seek', 'set', 'theme', 'snapshot', 'none');
    const fields = fc.dictionary(
      fc.constantFrom('count', 'step', 'query', 'theme', 'panel', 'format', 'extra'),
      fc.anything(),
    );
    fc.assert(
      fc.property(types, fields, (type, rest) => {
        const read = from({ ...rest, type });
        for (const value of Object.values(read ?? {})) {
          expect(['string', 'number']).toContain(typeof value);
          if (typeof value === 'number') expect(Number.isInteger(value)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(readHostMessage(data)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});
