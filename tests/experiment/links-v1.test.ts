// Links of version 1 keep their meaning for ever: what a key means when it is left out is part of the version.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createLanes, formatExperiment, parseExperiment } from '../../src/index.ts';

interface RecordedLink {
  readonly query: string;
  readonly canonical: string;
  /** By lane, after 50 steps. */
  readonly losses: Readonly<Record<string, number>>;
}

/**
 * Recorded when the keys were first released, and only ever added to. If one of these fails, old links no longer give
 * the run that their authors saw: a default that changes needs a new version, under which it changes.
 */
const recorded = JSON.parse(readFileSync(new URL('./links-v1.json', import.meta.url), 'utf8')) as {
  readonly emptyLink: object;
  readonly links: readonly RecordedLink[];
};

const steps = 50;

test('what a link leaves out means what it meant', () => {
  for (const query of ['', 'v=1', '?v=1&']) {
    expect(parseExperiment(query).experiment, query).toMatchObject(recorded.emptyLink);
  }
});

test('there are enough of them, and they differ', () => {
  expect(recorded.links.length).toBeGreaterThanOrEqual(30);
  expect(new Set(recorded.links.map(({ canonical }) => canonical)).size).toBe(
    recorded.links.length,
  );
});

describe.each(recorded.links)('$query', ({ query, canonical, losses }) => {
  const { experiment, notices } = parseExperiment(query);

  test('is read in full and written as it was', () => {
    expect(notices).toEqual([]);
    expect(formatExperiment(experiment)).toBe(canonical);
    expect(parseExperiment(`v=1&${canonical}`).experiment).toEqual(experiment);
  });

  test('gives the same run', () => {
    const lanes = createLanes(experiment);
    expect(lanes.map(({ id }) => id)).toEqual(Object.keys(losses));
    for (const lane of lanes) {
      lane.step(steps);
      const expected = losses[lane.id];
      expect(Math.abs(lane.loss - expected), lane.id).toBeLessThanOrEqual(
        1e-9 * Math.max(1, Math.abs(expected)),
      );
    }
  });
});
