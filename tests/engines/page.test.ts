// The page in other engines: it trains, draws, gives the same bits, and takes every drag.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FigureSession } from '../../app/session/types.ts';
import {
  record,
  recordedQueries,
  recordedSteps,
  type RecordedRun,
} from '../experiment/recorded-runs.ts';
import { eventually } from './support/engine.ts';
import { figuresIn, ready, stageIn } from './support/figures.ts';
import { inEveryEngine } from './support/test.ts';

const recorded = JSON.parse(
  readFileSync(new URL('../experiment/recorded-runs.json', import.meta.url), 'utf8'),
) as Record<string, RecordedRun[]>;

inEveryEngine((bench) => {
  test('the first page trains, and its losses fall', async () => {
    const { engine, home } = bench();
    await engine.goto(`${home}?autoplay=0`);
    await ready(engine);
    const [before] = await figuresIn(engine);
    expect(before).toMatchObject({ step: 0, status: 'idle', notices: [] });
    await engine.evaluate(() => {
      document.querySelector<HTMLElement>('.transport .play')?.click();
    });
    const look = async () => (await figuresIn(engine))[0];
    const after = await eventually('twenty steps', look, (figure) => (figure?.step ?? 0) >= 20);
    expect(after?.losses).toHaveLength(2);
    after?.losses.forEach((loss, k) => expect(loss).toBeLessThan(before?.losses[k] ?? 0));
    expect(after?.notices).toEqual([]);
  });

  test('the surface is drawn in 3D, or a sentence stands in its place', async () => {
    const { engine, home } = bench();
    await engine.goto(`${home}?autoplay=0`);
    await ready(engine);
    const done = ({ colours, sentence }: { colours: number; sentence: string | null }) =>
      colours > 50 || sentence !== null;
    const stage = await eventually('3D view', () => stageIn(engine), done);
    if (stage.hasWebGL) expect(stage.colours).toBeGreaterThan(50);
    else expect(stage.sentence).toMatch(/does not draw in 3D/);
  });

  // Between them the three have most of the elementary functions, batch norm and single precision.
  for (const query of recordedQueries.filter((_, k) => k % 2 === 1)) {
    test(`the same bits as elsewhere: ${query}`, async () => {
      const { engine, home } = bench();
      await engine.goto(`${home}?${query}&until=${recordedSteps}&speed=10000`);
      const look = async () => (await figuresIn(engine))[0]?.status;
      await eventually('the end of the run', look, (status) => status === 'done', 90_000);
      const lanes = await engine.evaluate(() => {
        const figure = document.querySelector<HTMLElement & { normscape: FigureSession }>(
          '[data-figure]',
        );
        return (figure?.normscape.views ?? []).map(({ lane: { id, trajectory, theta } }) => ({
          id,
          losses: [...trajectory.losses.subarray(0, trajectory.count)],
          theta: [...theta],
        }));
      });
      const runs = lanes.map(({ id, losses, theta }) =>
        record({ id, losses: Float64Array.from(losses), theta: Float64Array.from(theta) }),
      );
      expect(runs).toEqual(recorded[query]);
    });
  }

  test('a quarter of a minute of dragging is not too much for the address bar', async () => {
    const { engine, home } = bench();
    await engine.goto(`${home}?autoplay=0`);
    await ready(engine);
    const box = await engine.evaluate(() => {
      const labels = [...document.querySelectorAll('.control-slider')];
      const control = labels.find(({ textContent }) => textContent.includes('Learning rate'));
      const slider = control?.querySelector('input[type="range"]');
      slider?.scrollIntoView({ block: 'center' });
      const { x = 0, y = 0, width = 0, height = 0 } = slider?.getBoundingClientRect() ?? {};
      return { x, y, width, height };
    });
    expect(box.width).toBeGreaterThan(50);
    const at = (part: number, after: number) => ({
      x: box.x + box.width * part,
      y: box.y + box.height / 2,
      after,
    });
    const there = [at(0.5, 0), ...Array.from({ length: 20 }, (_, k) => at(k % 2 ? 0.8 : 0.2, 700))];
    await engine.drag([...there, at(0.3, 700)]);
    const address = () => engine.evaluate(() => location.search);
    await eventually('a link with the rate', address, (search) => search.includes('lr='));
    const rates = await engine.evaluate(() => {
      const figure = document.querySelector<HTMLElement & { normscape: FigureSession }>(
        '[data-figure]',
      );
      return figure?.normscape.store.getState().experiment.settings.learningRate;
    });
    expect(new URLSearchParams(await address()).get('lr')).toBe(String(rates));
  });
});
