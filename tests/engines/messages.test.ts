// Everything that a frame may be told and tells, in other engines: from a page of another origin, without one of its own.
import { expect, test } from 'vitest';
import { eventually } from './support/engine.ts';
import { ready } from './support/figures.ts';
import { answer, heard, listen, lossesAt, lossesOf, stateOf, tell } from './support/host.ts';
import { inEveryEngine } from './support/test.ts';

const frame = 0;

inEveryEngine((bench) => {
  test('every message', async () => {
    const { engine, elsewhere } = bench();
    await engine.goto(`${elsewhere}pages/elsewhere.html?policy=elsewhere`);
    await listen(engine);
    await ready(engine, [frame]);

    // Another width has another height, and it is told in both forms.
    const heights = async () =>
      (await heard(engine)).filter(({ type }) => type === 'resize').map(({ height }) => height);
    await engine.evaluate(() => document.querySelector('iframe')?.setAttribute('width', '330'));
    const [height] = await eventually('a height', heights, ({ length }) => length > 0);
    expect(height).toBeGreaterThan(700);
    const forms = async () =>
      (await heard(engine)).flatMap(({ text }) =>
        typeof text === 'string' ? [JSON.parse(text) as { context: string; height: number }] : [],
      );
    const [form] = await eventually('the older form', forms, ({ length }) => length > 0);
    expect(form).toMatchObject({ context: 'iframe.resize', height });

    const told = await answer(engine, frame, 'step', { type: 'seek', step: 12 });
    expect(told).toMatchObject({ step: 12, origin: 'null' });
    const query = 'net=4&lanes=raw,raw%2Bbn';
    expect(lossesOf(told)).toEqual(lossesAt(query, 12));
    await tell(engine, frame, { type: 'step', count: 3 });
    expect(await stateOf(engine, frame)).toMatchObject({ step: 15, status: 'paused' });
    await tell(engine, frame, { type: 'reset' });
    expect(await stateOf(engine, frame)).toMatchObject({ step: 0, status: 'idle' });

    await tell(engine, frame, { type: 'theme', theme: 'dark' });
    const theme = () =>
      engine.evaluate(() => document.documentElement.dataset['theme'], [], [frame]);
    await eventually('the dark theme', theme, (found) => found === 'dark');

    for (const format of ['png', 'svg']) {
      const { data } = await answer(engine, frame, 'snapshot', {
        type: 'snapshot',
        panel: 'contour',
        format,
      });
      const size = await engine.evaluate(
        async (address) => {
          const picture = new Image();
          picture.src = address;
          await picture.decode();
          return [picture.naturalWidth, picture.naturalHeight];
        },
        [String(data)],
        [frame],
      );
      expect(Math.min(...size), format).toBeGreaterThan(200);
    }
    const { text } = await answer(engine, frame, 'notice', {
      type: 'snapshot',
      panel: 'none',
      format: 'png',
    });
    expect(text).toContain('no snapshot: none as png');

    await tell(engine, frame, { type: 'play' });
    await eventually(
      'steps',
      () => stateOf(engine, frame),
      ({ step }) => Number(step) > 3,
    );
    await tell(engine, frame, { type: 'pause' });
    await eventually(
      'a pause',
      () => stateOf(engine, frame),
      ({ status }) => status !== 'running',
    );
    await tell(engine, frame, { type: 'set', query: 'lr=0.3&until=20&opt=no' });
    await answer(engine, frame, 'done', { type: 'play' });
    const end = await stateOf(engine, frame);
    expect(end).toMatchObject({ step: 20, status: 'done' });
    expect(lossesOf(end)).toEqual(lossesAt('lr=0.3&until=20', 20));
    const notices = (await heard(engine)).filter(({ type }) => type === 'notice');
    expect(notices.at(-1)?.['text']).toContain('opt');

    // What is none of these is ignored.
    await tell(engine, frame, { type: 'open', query: '<img src=x>' });
    expect(await stateOf(engine, frame)).toMatchObject({ step: 20, status: 'done' });
  });
});
