// Content security policies that other people's sites have, as the pages of the tests are served with them.

const list = (...directives: string[]) => directives.join('; ');
const trusted = ["require-trusted-types-for 'script'", 'trusted-types normscape'];
const untrusting = ["require-trusted-types-for 'script'", "trusted-types 'none'"];

export const policies: ReadonlyMap<string, string> = new Map([
  /** A post with an iframe, and nothing else that moves. */
  [
    'frame',
    list("default-src 'none'", "frame-src 'self'", "style-src 'self'", "script-src 'none'"),
  ],
  /** The same of a post elsewhere, which names where its figures come from. */
  [
    'elsewhere',
    list(
      "default-src 'none'",
      "img-src 'self'",
      'frame-src https://figures.invalid/',
      ...untrusting,
    ),
  ],
  /** A post with the web component, served from the site itself. */
  ['element', list("default-src 'none'", "script-src 'self'", "style-src 'self'")],
  /** The same, with all that the figure can make use of. */
  [
    'generous',
    list(
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      'worker-src blob:',
      "style-src 'self'",
      ...trusted,
    ),
  ],
  /** The strictest that a script can be run under. */
  [
    'strict',
    list(
      "default-src 'none'",
      "script-src 'nonce-figure' 'strict-dynamic'",
      "worker-src 'none'",
      "base-uri 'none'",
      ...untrusting,
    ),
  ],
]);
