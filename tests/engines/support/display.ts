// A screen that nobody sees: neither Firefox nor WebKitGTK draws in 3D without one.
import { startProgram, type Program } from './process.ts';

export interface Display {
  /** As `DISPLAY` has it. */
  readonly name: string;
  close(): Promise<void>;
}

export async function openDisplay(): Promise<Display> {
  const options = ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'];
  const stdio = ['ignore', 'ignore', 'ignore', 'pipe'] as const;
  const server: Program = startProgram('Xvfb', options, {}, [...stdio]);
  const [, number] = await server.writes(/(\d+)\n/);
  return { name: `:${number}`, close: () => server.end() };
}
