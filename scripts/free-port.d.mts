// Types of free-port.mjs, for the configuration files.
export function freePort(first: number): Promise<number>;
