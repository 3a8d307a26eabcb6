// Types of browser.mjs, for the configuration files.
export function findBrowser(): Promise<string | null>;
