// WebKitGTK, the engine of Safari on Linux, driven by WebDriver over HTTP.
import { createServer, type AddressInfo } from 'node:net';
import { dragActions } from './drag.ts';
import { callText, resultOf, type Engine, type FramePath } from './engine.ts';
import { startProgram } from './process.ts';
import { allComplaints, takeComplaints, watch } from './watch.ts';

export interface WebKitPrograms {
  readonly driver: string;
  /** The smallest of browsers, which comes with the engine. */
  readonly browser: string;
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

export async function openWebKit(
  { driver, browser }: WebKitPrograms,
  display: string,
): Promise<Engine> {
  const port = await freePort();
  const program = startProgram(driver, [`--port=${port}`], {
    DISPLAY: display,
    LIBGL_ALWAYS_SOFTWARE: '1',
    // It refuses its sandbox to root, as Chromium does.
    ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}),
  });

  const send = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const { value } = (await response.json()) as { value: T };
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  };
  const untilItListens = async () => {
    for (let tries = 100; ; tries--) {
      try {
        return await send('GET', '/status');
      } catch (error) {
        if (tries === 0) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  };
  await untilItListens();
  const { sessionId } = await send<{ sessionId: string }>('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': {
          binary: browser,
          args: ['--automation'],
        },
      },
    },
  });
  const session = `/session/${sessionId}`;
  await send('POST', `${session}/timeouts`, { script: 120_000, pageLoad: 60_000 });
  await send('POST', `${session}/window/rect`, { x: 0, y: 0, width: 1280, height: 900 });

  const enter = async (frame: FramePath) => {
    await send('POST', `${session}/frame`, { id: null });
    for (const id of frame) await send('POST', `${session}/frame`, { id });
  };

  const engine: Engine = {
    async goto(url) {
      await send('POST', `${session}/frame`, { id: null });
      await send('POST', `${session}/url`, { url });
      // Into pages that are not of the build it comes late, past their policies.
      await engine.evaluate(watch);
    },
    async evaluate(run, given, frame = []) {
      await enter(frame);
      const call = callText(run as (...given: never[]) => unknown, given ?? []);
      const text = await send<string>('POST', `${session}/execute/async`, {
        script: `const done = arguments[0]; ${call}.then(done);`,
        args: [],
      });
      return resultOf(text);
    },
    async drag(places) {
      await enter([]);
      await send('POST', `${session}/actions`, { actions: dragActions(places) });
    },
    complaints: () => allComplaints((frame) => engine.evaluate(takeComplaints, [], frame)),
    async close() {
      await send('DELETE', session).catch(() => undefined);
      await program.end();
    },
  };
  return engine;
}
