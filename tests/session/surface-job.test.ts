// When the minimum that Newton's method found may be called the least of the picture.
import { expect, it } from 'vitest';
import { isLeast } from '../../app/session/surface-job.ts';
import {
  computeLosses,
  createLanes,
  drawnLoss,
  parseExperiment,
  planeMinimum,
  unproject,
} from '../../src/index.ts';

it('a grid of single precision does not deny the minimum that one of its points stands on', () => {
  for (const query of ['lanes=raw', 'lanes=standard', 'data=two-scales-classes&lanes=standard']) {
    const { experiment } = parseExperiment(query);
    const [lane] = createLanes(experiment);
    const { objective } = drawnLoss(lane, experiment);
    const { size } = objective;
    const direction = (k: number) =>
      Float64Array.from({ length: size }, (_, i) => (i === k ? 1 : 0));
    const plane = {
      origin: lane.theta.slice(),
      u: direction(0),
      v: direction(1),
      extent: [-1, 1, -1, 1] as const,
      labels: ['a', 'b'] as const,
      exact: true,
    };
    const found = planeMinimum(objective, plane, 0, 0);
    if (!found) throw new Error(`no minimum: ${query}`);
    const loss = objective.evaluate(unproject(plane, ...found, new Float64Array(size)));
    // A grid whose middle is the minimum, as fine as rounding.
    const [a, b] = found;
    for (const reach of [1e-9, 1e-7, 1e-5, 1e-3, 1e-1]) {
      const around = { ...plane, extent: [a - reach, a + reach, b - reach, b + reach] as const };
      const grid = { plane: around, columns: 33, rows: 33 };
      const losses = Float32Array.from(
        computeLosses(objective, grid, {
          columns: { from: 0, to: 33, step: 1 },
          rows: { from: 0, to: 33, step: 1 },
        }),
      );
      expect(isLeast(loss, Math.min(...losses), Math.max(...losses)), `${query} ${reach}`).toBe(
        true,
      );
    }
  }
});

it('a dip is not the least where a grid point lies visibly lower', () => {
  expect(isLeast(0.5, 0.49, 2)).toBe(false);
  expect(isLeast(0.5, 0.49999, 2)).toBe(false);
  expect(isLeast(0.01, 0, 1)).toBe(false);
});
