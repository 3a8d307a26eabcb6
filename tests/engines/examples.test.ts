// The examples that authors copy from, in other engines: every figure trains, tells its height and does as it is told.
import { expect, test } from 'vitest';
import { eventually } from './support/engine.ts';
import { figuresIn, ready } from './support/figures.ts';
import { heard, listen, lossesAt, lossesOf, stateOf, tell } from './support/host.ts';
import { inEveryEngine } from './support/test.ts';

inEveryEngine((bench) => {
  test('a post with three frames', async () => {
    const { engine, home } = bench();
    await engine.goto(`${home}examples/blog-post.html`);
    await listen(engine);
    const given = await engine.evaluate(() =>
      [...document.querySelectorAll('iframe')].map(({ height }) => Number(height)),
    );
    expect(given).toHaveLength(3);
    for (const frame of given.keys()) {
      await engine.evaluate(
        (place) => document.querySelectorAll('iframe')[place]?.scrollIntoView({ block: 'start' }),
        [frame],
      );
      await ready(engine, [frame]);
      // It fits its content, whatever the author has written.
      const spare = () =>
        engine.evaluate(
          () => {
            const page = document.getElementById('page');
            return page ? window.innerHeight - page.getBoundingClientRect().height : -1;
          },
          [],
          [frame],
        );
      await eventually('the height that it needs', spare, (found) => found >= -0.5 && found < 90);
      await tell(engine, frame, { type: 'play' });
      const look = () => stateOf(engine, frame);
      await eventually('steps', look, ({ step }) => Number(step) > 3);
      await tell(engine, frame, { type: 'pause' });
      await eventually('a pause', look, ({ status }) => status === 'paused');
    }

    const { step } = await stateOf(engine, 2);
    await tell(engine, 2, { type: 'step', count: 7 });
    expect(await stateOf(engine, 2)).toMatchObject({ step: Number(step) + 7, origin: 'null' });
    const query = 'lanes=standard&lr=0.3&until=50';
    await tell(engine, 2, { type: 'set', query });
    await tell(engine, 2, { type: 'play' });
    const done = await eventually(
      'the end of the run',
      () => stateOf(engine, 2),
      ({ status }) => status === 'done',
    );
    expect(done['step']).toBe(50);
    expect(lossesOf(done)).toEqual(lossesAt(query, 50));
    const types = async () => (await heard(engine)).map(({ type }) => type);
    await eventually('word of the end', types, (all) => all.includes('done'));
  });

  test('a post with two components', async () => {
    const { engine, home } = bench();
    await engine.goto(`${home}examples/components.html`);
    const figures = () => figuresIn(engine);
    await eventually('a figure', figures, ({ length }) => length > 0);
    const press = (id: string) =>
      engine.evaluate((name) => document.getElementById(name)?.click(), [id]);
    const said = () => engine.evaluate(() => document.getElementById('said')?.textContent ?? '');
    await press('fifty');
    await eventually('step 50', figures, ([first]) => first?.step === 50);
    const [first] = await figures();
    expect(first?.losses).toEqual(lossesAt('lanes=raw,centre,standard', 50));
    await eventually('a sentence', said, (text) => text.startsWith('after 50 steps'));
    await press('faster');
    await eventually('a new run', figures, ([figure]) => figure?.step === 0);

    await engine.evaluate(() => document.getElementById('norm')?.scrollIntoView());
    await eventually('two figures', figures, ({ length }) => length === 2);
    await engine.evaluate(() => {
      const element = document.getElementById('norm') as HTMLElement & { play(): void };
      element.play();
    });
    const all = await eventually('steps', figures, ([, second]) => (second?.step ?? 0) > 3);
    expect(all.flatMap(({ notices }) => notices)).toEqual([]);
  });

  test('a post in React', async () => {
    const { engine, home } = bench();
    await engine.goto(`${home}examples/react-post.html`);
    const figures = () => figuresIn(engine);
    await eventually('a figure', figures, ({ length }) => length === 1);
    await engine.evaluate(() => {
      const buttons = [...document.querySelectorAll('button')];
      buttons.find(({ textContent }) => textContent === 'Go to step 50')?.click();
    });
    await eventually('step 50', figures, ([figure]) => figure?.step === 50);
    const said = () => engine.evaluate(() => document.getElementById('said')?.textContent ?? '');
    await eventually('a sentence', said, (text) => /^step 50: raw 0\.\d+, standard/.test(text));
  });
});
