// Addresses of this project's own scripts, as a page with Trusted Types wants to have them.

/** The one policy, by the name that a page's `trusted-types` must list. */
const policyName = 'normscape';

interface ScriptPolicy {
  createScriptURL(address: string): unknown;
}

interface PolicyMaker {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): ScriptPolicy;
}

let policy: ScriptPolicy | null = null;

/**
 * Not for addresses that come from a link, a message or a reader: whatever is given is vouched for.
 * @throws {TypeError} where the page's policy allows no such addresses
 */
export function trustedScript(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyMaker };
  if (!trustedTypes) return address;
  policy ??= trustedTypes.createPolicy(policyName, { createScriptURL: (own) => own });
  // The types of browsers' functions know text alone.
  return policy.createScriptURL(address) as string;
}
