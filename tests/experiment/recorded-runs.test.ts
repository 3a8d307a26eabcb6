// The same link gives the same run, bit for bit: a thousand steps against what has been recorded.
// `RECORD_RUNS=1 npx vitest run tests/experiment/recorded-runs` records anew, for a change that means to change runs.
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { lanesOf } from './lanes-of.ts';
import {
  record,
  recordedQueries,
  recordedSteps,
  runOf,
  type RecordedRun,
} from './recorded-runs.ts';

const file = new URL('recorded-runs.json', import.meta.url);
const read = () => JSON.parse(readFileSync(file, 'utf8')) as Record<string, RecordedRun[]>;

test('a thousand steps give the recorded losses and parameters to the last bit', () => {
  const runs: Record<string, RecordedRun[]> = {};
  for (const query of recordedQueries) {
    const lanes = lanesOf(query);
    for (const lane of lanes) lane.step(recordedSteps);
    runs[query] = lanes.map((lane) => record(runOf(lane)));
  }
  if (process.env.RECORD_RUNS) writeFileSync(file, JSON.stringify(runs));
  expect(runs).toEqual(read());
});

test('they are the same where there is no WebAssembly', () => {
  vi.stubGlobal('WebAssembly', undefined);
  try {
    const [first] = recordedQueries;
    const lanes = lanesOf(first);
    for (const lane of lanes) lane.step(recordedSteps);
    expect(lanes.map((lane) => record(runOf(lane)))).toEqual(read()[first]);
  } finally {
    vi.unstubAllGlobals();
  }
});

test('the record is of runs that go on to the end and differ from each other', () => {
  const runs = Object.values(read()).flat();
  expect(runs.length).toBeGreaterThan(10);
  for (const { losses } of runs) {
    expect(losses.length).toBe(5);
    expect(losses.every(Number.isFinite)).toBe(true);
  }
  expect(new Set(runs.map(({ bits }) => bits)).size).toBe(runs.length);
});
