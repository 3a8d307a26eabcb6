// Programs that a test starts, and ends with everything that they have started.
import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import type { Readable } from 'node:stream';

export interface Program {
  readonly child: ChildProcess;
  /** What it has written on its two outputs so far. */
  written(): string;
  /** The first match of what it writes there; rejects when it ends, or after half a minute. */
  writes(pattern: RegExp): Promise<RegExpExecArray>;
  end(): Promise<void>;
}

const patience = 30_000;

export function startProgram(
  file: string,
  options: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  stdio: StdioOptions = ['ignore', 'pipe', 'pipe'],
): Program {
  const env = { ...process.env, ...environment };
  // A group of its own, so that helpers of a browser end with it.
  const child = spawn(file, options, { env, stdio, detached: true });
  let text = '';
  const heard = new Set<() => void>();
  for (const stream of child.stdio.slice(1) as (Readable | null)[]) {
    stream?.on('data', (bytes: Buffer) => {
      text += bytes.toString();
      heard.forEach((look) => look());
    });
  }
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.once('error', (error) => (text += String(error)));

  return {
    child,
    written: () => text,
    writes(pattern) {
      return new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(text);
          if (!match) return;
          heard.delete(look);
          clearTimeout(timer);
          resolve(match);
        };
        const fail = () => reject(new Error(`${file} did not write ${pattern}; but: ${text}`));
        const timer = setTimeout(fail, patience);
        heard.add(look);
        void ended.then(fail);
        look();
      });
    },
    async end() {
      if (child.pid === undefined || child.exitCode !== null) return;
      const kill = (signal: NodeJS.Signals) => {
        try {
          process.kill(-(child.pid ?? 0), signal);
        } catch {
          // It has ended meanwhile.
        }
      };
      kill('SIGTERM');
      const timer = setTimeout(() => kill('SIGKILL'), 3000);
      await ended;
      clearTimeout(timer);
    },
  };
}
