// What a built page is held to: its security policy, and that three.js never comes before something can be seen.
import type { HtmlTagDescriptor, Plugin } from 'vite';

/** No other host is ever asked for anything. */
export const hostPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  // The embed builder shows the embed.
  "frame-src 'self'",
];

/** No text can become a script. */
export const textPolicy = [
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  // For the addresses of workers: app/session/trusted-script.ts.
  'trusted-types normscape',
];

export const policyTag = (directives: readonly string[]): HtmlTagDescriptor => ({
  tag: 'meta',
  attrs: { 'http-equiv': 'Content-Security-Policy', content: directives.join('; ') },
  injectTo: 'head-prepend',
});

/** Writes the policy into the built pages only: the development server needs inline scripts of its own. */
export function securityPolicy(): Plugin {
  return {
    name: 'security-policy',
    apply: 'build',
    transformIndexHtml: () => [policyTag([...hostPolicy, ...textPolicy])],
  };
}

/** Fails the build if a page would fetch three.js before it has shown anything. */
export function lateThree(): Plugin {
  return {
    name: 'late-three',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const first = new Set(chunks.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName));
      for (const fileName of first) {
        const chunk = chunks.find((candidate) => candidate.fileName === fileName);
        for (const next of chunk?.imports ?? []) first.add(next);
        if (chunk?.moduleIds.some((id) => id.includes('/node_modules/three/'))) {
          this.error(`early three.js: ${fileName}; import app/scene dynamically.`);
        }
      }
    },
  };
}
