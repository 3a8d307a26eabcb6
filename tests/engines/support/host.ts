// What a page around frames hears of them and tells them, in whichever engine.
import { createLanes, parseExperiment } from '../../../src/index.ts';
import { eventually, type Engine } from './engine.ts';

/** With `frame`, the place of the frame that has sent it, and `origin` as the browser tells it. */
export type Message = Readonly<Record<string, unknown>>;

/** Keeps what the frames of a page say from now on. */
export const listen = (engine: Engine): Promise<void> =>
  engine.evaluate(() => {
    const heard: object[] = [];
    Object.assign(window, { heard });
    addEventListener('message', ({ source, data, origin }) => {
      const frame = [...document.querySelectorAll('iframe')].findIndex(
        ({ contentWindow }) => contentWindow === source,
      );
      heard.push({ ...(typeof data === 'object' ? data : { text: data }), frame, origin });
    });
  });

export const heard = (engine: Engine): Promise<Message[]> =>
  engine.evaluate(() => (window as unknown as { heard: Message[] }).heard);

export const tell = (engine: Engine, frame: number, order: Message): Promise<void> =>
  engine.evaluate(
    (place, message) => window[place]?.postMessage({ source: 'normscape', v: 1, ...message }, '*'),
    [frame, order] as const,
  );

/** The next message of a type from a frame, once it has been told something. */
export async function answer(
  engine: Engine,
  frame: number,
  type: string,
  order: Message,
): Promise<Message> {
  const answers = async () =>
    (await heard(engine)).filter((said) => said['type'] === type && said['frame'] === frame);
  const before = (await answers()).length;
  await tell(engine, frame, order);
  const all = await eventually(type, answers, ({ length }) => length > before);
  return all[before] ?? {};
}

/** What a frame says of itself when it is asked. */
export const stateOf = (engine: Engine, frame: number): Promise<Message> =>
  answer(engine, frame, 'state', { type: 'get-state' });

export const lossesAt = (query: string, step: number): number[] => {
  const lanes = createLanes(parseExperiment(query).experiment);
  for (const lane of lanes) lane.step(step);
  return lanes.map(({ loss }) => loss);
};

export const lossesOf = (said: Message): number[] =>
  (said['lanes'] as { loss: number }[]).map(({ loss }) => loss);
