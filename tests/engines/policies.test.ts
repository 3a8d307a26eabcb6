// The element in posts whose policies allow less and less, in other engines: it trains under each, with what it may use.
import { expect, test } from 'vitest';
import { eventually } from './support/engine.ts';
import { figuresIn } from './support/figures.ts';
import { lossesAt } from './support/host.ts';
import { inEveryEngine } from './support/test.ts';

/** What the browser says of that which it has refused; the figure cannot know before it asks. */
const refusals = {
  wasm: /WebAssembly|script-src wasm-eval/,
  worker: /worker-src|blob:/,
  types: /trusted-types/,
};
/** Each is asked for once; of workers there are up to three, and all are asked for before the first is refused. */
const mostRefusals = 5;

inEveryEngine((bench) => {
  test.each([
    ['generous', 'short-element.html', []],
    ['element', 'short-element.html', [refusals.wasm, refusals.worker]],
    ['strict', 'strict-element.html', [refusals.wasm, refusals.types]],
  ] as const)('a post under the policy "%s"', async (policy, page, allowed) => {
    const { engine, home } = bench();
    await engine.goto(`${home}pages/${page}?policy=${policy}`);
    const figures = () => figuresIn(engine);
    await eventually('a figure', figures, ({ length }) => length === 1);
    await engine.evaluate(() => {
      const element = document.getElementById('figure') as HTMLElement & { play(): void };
      element.play();
    });
    const [figure] = await eventually('the end', figures, ([seen]) => seen?.status === 'done');
    expect(figure?.step).toBe(6);
    expect(figure?.losses).toEqual(lossesAt('', 6));
    // The surfaces are there, wherever they have been computed.
    const hasSurfaces = () =>
      engine.evaluate(
        () => document.getElementById('figure')?.shadowRoot?.querySelector('[data-ready]') !== null,
      );
    await eventually('surfaces', hasSurfaces, Boolean);

    const complaints = (await engine.complaints()).filter((line) => !line.includes('favicon.ico'));
    expect(complaints.length).toBeLessThanOrEqual(mostRefusals);
    for (const line of complaints)
      expect(
        allowed.some((pattern) => pattern.test(line)),
        line,
      ).toBe(true);
    // What the policy withholds is said in the figure, and nothing is said where it withholds nothing.
    const said = (await figures()).flatMap(({ notices }) => notices);
    if (allowed.length === 0) expect(said).toEqual([]);
    else expect(said.join(' ')).toMatch(/cannot use a worker here/);
    for (const notice of said)
      expect(notice).toMatch(/worker|WebAssembly cannot be used here \([^\n]+\)\./);
  });
});
