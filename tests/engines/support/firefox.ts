// Firefox, as it is installed, driven by WebDriver BiDi over its own socket.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { dragActions } from './drag.ts';
import { callText, resultOf, type Engine, type FramePath } from './engine.ts';
import { startProgram } from './process.ts';

/** Nothing of the browser's own is fetched or shown, and WebGL is drawn in software. */
const preferences = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.safebrowsing.update.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.systemAddon.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
  'webgl.force-enabled': true,
};

interface Context {
  readonly context: string;
  readonly children: Context[] | null;
}

interface Answer {
  readonly id?: number;
  readonly type: 'success' | 'error' | 'event';
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
  readonly method?: string;
  readonly params?: { readonly level?: string; readonly text?: string | null };
}

export async function openFirefox(program: string, display: string): Promise<Engine> {
  const profile = await mkdtemp(join(tmpdir(), 'normscape-firefox-'));
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(profile, 'user.js'), lines.join('\n'));
  const options = ['--remote-debugging-port', '0', '--profile', profile, '--no-remote'];
  const browser = startProgram(program, [...options, 'about:blank'], {
    ...(display === '' ? { MOZ_HEADLESS: '1' } : { DISPLAY: display }),
    LIBGL_ALWAYS_SOFTWARE: '1',
    MOZ_CRASHREPORTER_DISABLE: '1',
  });
  const [, address] = await browser.writes(/WebDriver BiDi listening on (ws:\/\/\S+)/);
  const socket = new WebSocket(`${address}/session`);
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));

  const waiting = new Map<number, (answer: Answer) => void>();
  let complaints: string[] = [];
  let latest = 0;
  socket.on('message', (bytes: Buffer) => {
    const answer = JSON.parse(bytes.toString()) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
    else if (answer.method === 'log.entryAdded')
      complaints.push(`${answer.params?.level}: ${answer.params?.text}`);
  });
  const send = <T>(method: string, params: object): Promise<T> =>
    new Promise((resolve, reject) => {
      const id = ++latest;
      waiting.set(id, (answer) => {
        waiting.delete(id);
        if (answer.type === 'success') resolve(answer.result as T);
        else reject(new Error(`${method}: ${answer.error}, ${answer.message}`));
      });
      socket.send(JSON.stringify({ id, method, params }));
    });

  await send('session.new', { capabilities: {} });
  await send('session.subscribe', { events: ['log.entryAdded'] });
  const tree = (root?: string) =>
    send<{ contexts: Context[] }>('browsingContext.getTree', root ? { root } : {});
  const page = (await tree()).contexts[0]?.context ?? '';
  await send('browsingContext.setViewport', {
    context: page,
    viewport: { width: 1280, height: 800 },
  });

  const contextOf = async (frame: FramePath): Promise<string> => {
    if (frame.length === 0) return page;
    let found: Context | undefined = (await tree(page)).contexts[0];
    for (const index of frame) found = found?.children?.[index];
    if (!found) throw new Error(`missing frame: ${frame.join()}`);
    return found.context;
  };

  return {
    async goto(url) {
      await send('browsingContext.navigate', { context: page, url, wait: 'complete' });
    },
    async evaluate(run, given, frame = []) {
      const { result } = await send<{ result: { value: string } }>('script.evaluate', {
        expression: callText(run as (...given: never[]) => unknown, given ?? []),
        target: { context: await contextOf(frame) },
        awaitPromise: true,
      });
      return resultOf(result.value);
    },
    async drag(places) {
      await send('input.performActions', { context: page, actions: dragActions(places) });
    },
    complaints: () => {
      const said = complaints;
      complaints = [];
      return Promise.resolve(said);
    },
    async close() {
      await send('browser.close', {}).catch(() => undefined);
      socket.terminate();
      await browser.end();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
