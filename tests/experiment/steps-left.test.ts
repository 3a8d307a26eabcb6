// When a run is over.
import { expect, test } from 'vitest';
import { createLanes, parseExperiment, stepsLeft } from '../../src/index.ts';

const runner = (stepsToTarget: number | null, status: 'running' | 'converged' | 'diverged') => ({
  stepsToTarget,
  status,
});
const waiting = runner(null, 'running');
const there = runner(5, 'converged');
const gone = runner(null, 'diverged');
const rule = (query: string) => parseExperiment(query).experiment;

test('at a step', () => {
  expect(stepsLeft(rule('until=100'), [waiting], 30)).toBe(70);
  expect(stepsLeft(rule('until=100'), [waiting], 100)).toBe(0);
  expect(stepsLeft(rule('until=100'), [waiting], 120)).toBe(0);
  expect(stepsLeft(rule(''), [waiting, there], 1e6)).toBe(Infinity);
});

test('at the target, once every lane is there or gone', () => {
  expect(stepsLeft(rule('until=target'), [there, waiting], 9)).toBe(Infinity);
  expect(stepsLeft(rule('until=target'), [there, gone], 9)).toBe(0);
  expect(stepsLeft(rule(''), [there, there], 9)).toBe(Infinity);
});

test('whichever comes first', () => {
  expect(stepsLeft(rule('until=target:50'), [there, waiting], 9)).toBe(41);
  expect(stepsLeft(rule('until=target:50'), [there, there], 9)).toBe(0);
});

test('where every lane has diverged', () => {
  expect(stepsLeft(rule(''), [gone, gone], 9)).toBe(0);
});

test('asked after every step, a run stops where its last lane gets there', () => {
  const experiment = rule('until=target:500&lr=0.5&lanes=minmax-symmetric,standard');
  const lanes = createLanes(experiment);
  let iteration = 0;
  for (; stepsLeft(experiment, lanes, iteration) > 0; iteration++)
    for (const lane of lanes) lane.step();
  const last = Math.max(...lanes.map((lane) => lane.stepsToTarget ?? NaN));
  expect(last).toBeLessThan(500);
  expect(iteration).toBe(last);
});
