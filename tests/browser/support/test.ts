// The test function of every browser test: it fails whatever else happens if the page complains of anything.
import { test as base, expect } from '@playwright/test';

/** @react-three/fiber still makes a clock that three.js has retired; the one line that is not ours to mend. */
const expectedLine = /^THREE\.Clock: This module has been deprecated/;

interface Watch {
  /** Console lines that this test provokes on purpose. */
  allowedMessages: RegExp[];
  /** What every page of the test has complained of, so far. */
  complaints: string[];
}

/**
 * Playwright's `test`, which also fails on any console line, uncaught error, request to another origin or breach of
 * the security policy, in any page or worker of the test.
 */
export const test = base.extend<Watch>({
  allowedMessages: [[], { option: true }],
  complaints: [
    async ({ context, baseURL, allowedMessages }, use) => {
      const complaints: string[] = [];
      const allowed = [expectedLine, ...allowedMessages];
      const complain = (text: string) => {
        if (!allowed.some((pattern) => pattern.test(text))) complaints.push(text);
      };
      const home = new URL(baseURL ?? 'http://127.0.0.1').origin;
      context.on('console', (message) => complain(`${message.text()} (console.${message.type()})`));
      context.on('weberror', (webError) => complain(`uncaught ${String(webError.error())}`));
      context.on('request', (request) => {
        const url = new URL(request.url());
        const local = ['data:', 'blob:', 'about:'].includes(url.protocol);
        if (!local && url.origin !== home) complain(`request to another origin: ${request.url()}`);
      });
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          console.error(
            `security policy violation: ${event.violatedDirective} ${event.blockedURI}`,
          );
        });
      });
      await use(complaints);
      expect(complaints, 'the page complained').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
