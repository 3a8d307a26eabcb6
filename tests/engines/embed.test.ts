// A figure in a frame without an origin, in a page of another origin and under its policy, in other engines.
import { expect, test } from 'vitest';
import { createLanes, parseExperiment } from '../../src/index.ts';
import { eventually } from './support/engine.ts';
import { figuresIn, ready, stageIn } from './support/figures.ts';
import { inEveryEngine } from './support/test.ts';

const frame = [0];

inEveryEngine((bench) => {
  test('a frame in a sandbox trains to the same bits, with workers, and asks nobody else for anything', async () => {
    const { engine, home, elsewhere } = bench();
    await engine.goto(`${elsewhere}pages/elsewhere.html?policy=elsewhere`);
    await ready(engine, frame);
    const stage = await eventually(
      '3D view',
      () => stageIn(engine, frame),
      ({ colours, sentence }) => colours > 50 || sentence !== null,
    );
    expect(stage.colours > 50).toBe(stage.hasWebGL);
    await engine.evaluate(
      () => document.querySelector<HTMLElement>('.embed-poster button')?.click(),
      [],
      frame,
    );
    const look = async () => (await figuresIn(engine, frame))[0];
    const figure = await eventually(
      'the end of the run',
      look,
      (seen) => seen?.status === 'done',
      90_000,
    );
    const lanes = createLanes(parseExperiment('net=4&lanes=raw,raw%2Bbn').experiment);
    for (const lane of lanes) lane.step(1000);
    expect(figure).toEqual({
      step: 1000,
      status: 'done',
      losses: lanes.map(({ loss }) => loss),
      // Of a figure without workers there would be one.
      notices: [],
    });
    const found = await engine.evaluate(
      () => {
        let storage = 'there';
        try {
          localStorage.setItem('a', 'b');
        } catch {
          storage = 'none';
        }
        const asked = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
        const origins = asked.map(({ protocol, origin: place }) =>
          protocol.startsWith('http') ? place : protocol,
        );
        return { origin, storage, origins: [...new Set(origins)] };
      },
      [],
      frame,
    );
    expect(found.origin).toBe('null');
    expect(found.storage).toBe('none');
    const { origin } = new URL(home);
    expect(found.origins).toContain(origin);
    expect(found.origins.filter((each) => ![origin, 'blob:', 'data:'].includes(each))).toEqual([]);
  });
});
