// Lets the pages of the build keep what they complain of, for engines that tell nobody else what is on their console.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { FramePath } from './engine.ts';

const dist = fileURLToPath(new URL('../../../dist/', import.meta.url));

/** Runs in a page. In those of the build it stands before their policy, and is over before anything else runs. */
export function watch(): void {
  if ('complaints' in window) return;
  const complaints: string[] = [];
  const keep = (text: string) => complaints.push(text);
  Object.assign(window, { complaints });
  for (const kind of ['error', 'warn'] as const) {
    const write = console[kind].bind(console);
    console[kind] = (...said: unknown[]) => {
      keep(`${kind}: ${said.map(String).join(' ')}`);
      write(...said);
    };
  }
  addEventListener(
    'error',
    ({ message, target }) =>
      keep(`uncaught: ${message ?? `cannot load a ${(target as Element).localName}`}`),
    true,
  );
  addEventListener('unhandledrejection', ({ reason }) => keep(`rejected: ${String(reason)}`));
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    keep(`security policy violation: ${effectiveDirective} ${blockedURI}`),
  );
}

/** Serves the pages of the build with the watch in them. */
export function watchedPages(): Plugin {
  return {
    name: 'watched-pages',
    configurePreviewServer(server) {
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://host.invalid');
        const [, file] = /^\/((?:[\w-]+\/)?[\w-]+\.html)$/.exec(pathname) ?? [];
        if (pathname !== '/' && !file) return next();
        readFile(dist + (file ?? 'index.html'), 'utf8').then(
          (text) => {
            response.setHeader('Content-Type', 'text/html; charset=utf-8');
            response.end(
              text.replace('<head>', () => `<head><script>(${String(watch)})()</script>`),
            );
          },
          () => next(),
        );
      });
    },
  };
}

/** Runs in a page or frame: what it has complained of since it was last asked, and how many frames it has. */
export function takeComplaints(): { complaints: string[]; frames: number } {
  const { complaints = [] } = window as { complaints?: string[] };
  return { complaints: complaints.splice(0), frames: window.length };
}

/** Of a page and all its frames. */
export async function allComplaints(
  ask: (frame: FramePath) => Promise<ReturnType<typeof takeComplaints>>,
  frame: FramePath = [],
): Promise<string[]> {
  const { complaints, frames } = await ask(frame);
  for (let k = 0; k < frames; k++) complaints.push(...(await allComplaints(ask, [...frame, k])));
  return complaints;
}
