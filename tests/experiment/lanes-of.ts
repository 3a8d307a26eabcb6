// Lanes from a link that is in order, for tests.
import { expect } from 'vitest';
import { createLanes, parseExperiment, type Lane } from '../../src/index.ts';

export function lanesOf(query: string): Lane[] {
  const { experiment, notices } = parseExperiment(query);
  expect(notices).toEqual([]);
  return createLanes(experiment);
}
