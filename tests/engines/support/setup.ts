// What all of these tests share: the built page, served under two names, and a screen that nobody sees.
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { openDisplay } from './display.ts';
import { engines, hasScreen, installLine } from './find.ts';
import { watchedPages } from './watch.ts';

declare module 'vitest' {
  interface ProvidedContext {
    port: number;
    display: string;
  }
}

// oxlint-disable-next-line import/no-default-export -- what Vitest looks for
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const missing = engines.filter((engine) => engine.missing !== null);
  for (const { name, missing: reason } of missing)
    process.stdout.write(`Skipped: ${name} (${reason}).\n`);
  if (missing.length > 0) process.stdout.write(`On Debian and Ubuntu: ${installLine}\n`);
  if (missing.length === engines.length) return async () => undefined;

  const server = await preview({
    configFile: fileURLToPath(new URL('../../browser/serve.config.ts', import.meta.url)),
    logLevel: 'warn',
    plugins: [watchedPages()],
    preview: { host: '127.0.0.1', port: 4373 },
  });
  const display = hasScreen ? await openDisplay() : null;
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('no port to serve on');
  project.provide('port', address.port);
  project.provide('display', display?.name ?? '');
  return async () => {
    await display?.close();
    await server.close();
  };
}
