// The same link gives the same run here as in Node, bit for bit: on the page as it was built, and in a worker.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import {
  record,
  recordedQueries,
  recordedSteps,
  type RecordedRun,
} from '../experiment/recorded-runs.ts';
import { openFinished, type FigureElement } from './support/figure.ts';
import { expect, test } from './support/test.ts';

const recorded = JSON.parse(
  readFileSync(new URL('../experiment/recorded-runs.json', import.meta.url), 'utf8'),
) as Record<string, RecordedRun[]>;

// All of them run in the worker; on the page, where each takes a while, every second one.
for (const query of recordedQueries.filter((_, k) => k % 2 === 0)) {
  test(`on the page: ${query}`, async ({ page }) => {
    const figure = await openFinished(page, `?${query}&until=${recordedSteps}&speed=10000`);
    const lanes = await figure.evaluate((element) =>
      (element as FigureElement).normscape.views.map(({ lane: { id, trajectory, theta } }) => ({
        id,
        losses: [...trajectory.losses.subarray(0, trajectory.count)],
        theta: [...theta],
      })),
    );
    const runs = lanes.map(({ id, losses, theta }) =>
      record({ id, losses: Float64Array.from(losses), theta: Float64Array.from(theta) }),
    );
    expect(runs).toEqual(recorded[query]);
  });
}

test('in a worker', async ({ page }) => {
  const entry = fileURLToPath(new URL('support/recorded-worker.ts', import.meta.url));
  const bundles = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry, formats: ['es'] } },
  });
  const [bundle] = [bundles].flat();
  if (!bundle || !('output' in bundle)) throw new Error('nothing was built');
  // A page without the policy of our own, which refuses workers of a test's making.
  await page.goto('./robots.txt');
  const runs = await page.evaluate(
    (source) =>
      new Promise((resolve, reject) => {
        const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
        const worker = new Worker(address, { type: 'module' });
        worker.addEventListener('message', ({ data }) => resolve(data));
        worker.addEventListener('error', ({ message }) => reject(new Error(message)));
      }),
    bundle.output[0].code,
  );
  expect(runs).toEqual(recorded);
});
