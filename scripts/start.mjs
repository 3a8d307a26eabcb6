// npm start: installs what is missing, builds the page, and serves it on this machine.
import { parseArgs } from 'node:util';
import { setUp } from './setup.mjs';
import { buildPages } from './build.mjs';
import { root } from './shell.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4173' },
    host: { type: 'string', default: '127.0.0.1' },
  },
});

try {
  await setUp();
  await buildPages('--logLevel warn');
  // Only now: before setUp there may be no vite.
  const { preview } = await import('vite');
  // A port that is taken makes it try the next one.
  const server = await preview({
    root,
    preview: { host: values.host, port: Number(values.port) },
  });
  console.log('\nNormscape is served here until you press Ctrl+C:');
  server.printUrls();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
