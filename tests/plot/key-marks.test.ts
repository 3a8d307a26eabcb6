// The key: what it explains is what the pictures have.
import { expect, test } from 'vitest';
import { keyMarks } from '../../app/plot/key-marks.ts';
import { parseExperiment } from '../../src/index.ts';

const shown = (query: string) => {
  const { experiment } = parseExperiment(query);
  return keyMarks.filter((mark) => mark.isIn(experiment)).map(({ id }) => id);
};

test('every mark is named once, and has a sentence', () => {
  expect(new Set(keyMarks.map(({ id }) => id)).size).toBe(keyMarks.length);
  for (const { text, meaning } of keyMarks) {
    expect(text).not.toBe('');
    expect(meaning).toMatch(/[a-z].*\.$/);
  }
});

test('only marks of pictures that are there are explained', () => {
  expect(shown('')).toEqual(keyMarks.map(({ id }) => id));
  expect(shown('marks=0')).not.toContain('curvature');
  expect(shown('marks=0')).not.toContain('gradient-step');
  // Several paths stand in it: no marks of one point.
  expect(shown('panels=common')).not.toContain('curvature');
  expect(shown('panels=common')).toContain('target');
  expect(shown('panels=common')).not.toContain('gap');
  expect(shown('panels=surface,loss')).toEqual(['start', 'now', 'gap', 'least']);
  expect(shown('panels=loss,network')).toEqual([]);
});
