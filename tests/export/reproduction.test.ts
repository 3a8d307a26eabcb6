// Exported programs, run by Python, print the losses that the lane has.
import { describe, expect, test } from 'vitest';
import { createLanes, exportCode } from '../../src/index.ts';
import { experimentOf, queries } from './experiments.ts';
import { pythonWith, runPrograms } from './python.ts';

const cases = () =>
  queries.flatMap((query) => {
    const experiment = experimentOf(query);
    return createLanes(experiment).map((lane) => ({ query, experiment, lane }));
  });

describe.each([
  ['numpy', 'numpy'],
  ['pytorch', 'torch'],
] as const)('%s', (language, module) => {
  const python = pythonWith(module);
  const reason = python ? '' : ` (no Python here that has ${module})`;

  test.skipIf(!python)(`reproduces 50 steps of every lane to 1e-9${reason}`, () => {
    const all = cases();
    const results = runPrograms(
      python ?? '',
      all.map(({ experiment, lane }) => exportCode(experiment, lane.id, language)),
    );
    const failures: string[] = [];
    let worst = 0;
    all.forEach(({ query, lane }, k) => {
      const { printed, errors } = results[k];
      const lines = printed.trimEnd().split('\n');
      const name = `${query} ${lane.id}`;
      lines.forEach((line, step) => {
        const [number, loss] = line.split(' ').map(Number);
        const error = Math.abs(loss - lane.loss) / Math.abs(lane.loss);
        // This way round, so that NaN counts as a failure.
        if (!(number === step && lane.iteration === step && error < 1e-9)) {
          failures.push(`${name}: step ${step} is ${line}, not ${lane.iteration} ${lane.loss}`);
        }
        worst = Math.max(worst, error);
        lane.step();
      });
      // After the last line the lane has either taken 50 steps, and one more just now, or diverged.
      const ends = lane.divergedAt === null ? [51, ''] : [lane.divergedAt, 'diverged at step '];
      if (lines.length !== ends[0] || !errors.startsWith(String(ends[1]))) {
        failures.push(`${name}: ${lines.length} lines, ${errors}`);
      }
    });
    expect(failures).toEqual([]);
    expect(worst).toBeLessThan(1e-9);
    expect(all.some(({ lane }) => lane.divergedAt !== null)).toBe(true);
  });
});
