// The loss plot as strokes and texts, on a context that writes them down.
import { expect, test } from 'vitest';
import { drawLosses } from '../../app/plot/draw-losses.ts';
import type { PlotTokens } from '../../app/plot/plot-tokens.ts';
import { createLanes, defaultExperiment } from '../../src/index.ts';

const tokens = { lanes: ['one', 'two'], laneTexts: ['one', 'two'], ink: 'ink' };

function draw(lanes: ReturnType<typeof createLanes>, iteration: number, furthest: number) {
  const texts: string[] = [];
  const strokes: { color: unknown; alpha: unknown }[] = [];
  const saved: object[] = [];
  let highest = Infinity;
  const state: Record<string, unknown> = { globalAlpha: 1 };
  const tools: Record<string, (...given: never[]) => unknown> = {
    measureText: (text: string) => ({ width: 5 * text.length }),
    fillText: (text: string, x: number, y: number) =>
      texts.push(`${text} ${x.toFixed(2)} ${y.toFixed(2)}`),
    moveTo: (_: number, y: number) => (highest = Math.min(highest, y)),
    stroke: () => strokes.push({ color: state['strokeStyle'], alpha: state['globalAlpha'] }),
    save: () => saved.push({ ...state }),
    restore: () => Object.assign(state, saved.pop()),
  };
  const context = new Proxy(state, {
    get: (_, key) => tools[String(key)] ?? state[String(key)] ?? (() => undefined),
  });
  drawLosses(
    context as unknown as CanvasRenderingContext2D,
    300,
    190,
    lanes.map((lane, index) => ({ lane, index, label: lane.label })),
    { iteration, furthest },
    { ...tokens } as unknown as PlotTokens,
  );
  return { texts, strokes, highest };
}

const faint = ({ strokes }: ReturnType<typeof draw>) =>
  new Set(strokes.flatMap(({ color, alpha }) => (alpha === 1 ? [] : [color])));

test('axes and names stand still while a reader goes along the run, and what is ahead is faint', () => {
  const lanes = createLanes(defaultExperiment());
  for (const lane of lanes) lane.step(300);
  const latest = draw(lanes, 300, 300);
  expect(faint(latest).size).toBe(0);
  for (const step of [20, 1]) {
    for (const lane of lanes) lane.seek(step);
    const earlier = draw(lanes, step, 300);
    expect(earlier.texts).toEqual(latest.texts);
    expect(faint(earlier)).toEqual(new Set(['one', 'two']));
  }
  for (const lane of lanes) lane.reset();
  expect(draw(lanes, 0, 300).texts).toEqual(latest.texts);
});

test('a lane that diverges later is said to at every step of the run', () => {
  const experiment = defaultExperiment();
  const { settings } = experiment;
  const lanes = createLanes({
    ...experiment,
    settings: { ...settings, learningRate: 0.9 },
  });
  for (const lane of lanes) lane.step(3000);
  expect(lanes.map(({ status }) => status)).toEqual(['diverged', 'converged']);
  const { texts, highest } = draw(lanes, 3000, 3000);
  // Crosses stand below the words above the plot.
  expect(texts).toContain('losses above 100 are not drawn 288.00 12.00');
  expect(highest).toBeGreaterThan(15);
  expect(texts.filter((text) => text.includes('Raw inputs, diverged'))).toHaveLength(1);
  for (const lane of lanes) lane.seek(10);
  expect(draw(lanes, 10, 3000).texts).toEqual(texts);
});
