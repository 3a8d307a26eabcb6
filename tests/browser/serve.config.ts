// How browser tests have the build served: as `npm start` does, and beside it the pages of other people's sites.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { mergeConfig, type Plugin } from 'vite';
import product from '../../vite.config.ts';
import { policies } from './support/policies.ts';

const folder = fileURLToPath(new URL('./pages/', import.meta.url));

/** Stands in pages and policies for where the build is, seen from a page that is served under another name. */
const figures = 'https://figures.invalid/';

/** `/pages/name.html` is a file of tests/browser/pages; `?policy=` sends it with one of the policies by name. */
function hostPages(): Plugin {
  return {
    name: 'host-pages',
    configurePreviewServer(server) {
      // Browsers ask for it unasked, and what is missing is a line on the console.
      server.middlewares.use('/favicon.ico', (_, response) => {
        response.statusCode = 204;
        response.end();
      });
      // The build as a host serves it that forbids workers.
      server.middlewares.use('/worker-src-none/', (_, response, next) => {
        response.setHeader('Content-Security-Policy', "worker-src 'none'");
        next();
      });
      server.middlewares.use((request, _, next) => {
        request.url = request.url?.replace(/^\/worker-src-none\//, '/') ?? '/';
        next();
      });
      server.middlewares.use('/pages/', (request, response, next) => {
        const home = `http://127.0.0.1:${request.socket.localPort}/`;
        const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host.invalid');
        if (!/^\/[\w-]+\.html$/.test(pathname)) return next();
        readFile(folder + pathname.slice(1), 'utf8').then(
          (text) => {
            const policy = policies.get(searchParams.get('policy') ?? '');
            if (policy)
              response.setHeader('Content-Security-Policy', policy.replaceAll(figures, home));
            response.setHeader('Content-Type', 'text/html; charset=utf-8');
            response.end(text.replaceAll(figures, home));
          },
          () => next(),
        );
      });
    },
  };
}

export default mergeConfig(product, { plugins: [hostPages()] });
