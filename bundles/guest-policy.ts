// The security policy of a page that may stand in a sandbox, where it has no origin: in WebKit 'self' is nobody there, so
// the policy also names the host. A page may be copied to any host, and only a script can know which it is.
import type { Plugin } from 'vite';
import { hostPolicy, policyTag, textPolicy } from './page-guards.ts';

const fileName = 'embed-policy.js';

/** Runs before anything else of the page does: what follows it waits. */
const script = `// The policy of this page, with the host it is served from.
document.currentScript.after(
  Object.assign(document.createElement('meta'), {
    httpEquiv: 'Content-Security-Policy',
    content: ${JSON.stringify(hostPolicy.join('; '))}.replaceAll("'self'", "'self' " + location.origin),
  }),
);
`;

export function guestPolicy(): Plugin {
  return {
    name: 'guest-policy',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'asset', fileName, source: script });
    },
    transformIndexHtml: () => [
      policyTag(textPolicy),
      { tag: 'script', attrs: { src: `./${fileName}` }, injectTo: 'head-prepend' },
    ],
  };
}
