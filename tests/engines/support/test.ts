// A suite that runs once in each engine that there is, and fails whatever else happens if a page complains.
import { afterAll, afterEach, beforeAll, describe, expect, inject } from 'vitest';
import type { Engine } from './engine.ts';
import { engines } from './find.ts';

/** Lines of the browsers' own, which say nothing of the page. */
const harmless = [
  // @react-three/fiber still makes a clock that three.js has retired.
  /THREE\.Clock: This module has been deprecated/,
  // Firefox asks for it unasked, and says so where the page's policy allows no pictures.
  /favicon\.ico/,
];

export interface Bench {
  readonly engine: Engine;
  /** The build, as a reader's own page has it. */
  readonly home: string;
  /** The same under another name, which is another origin. */
  readonly elsewhere: string;
}

/** @param define called with a function, since an engine is opened only when tests are run */
export function inEveryEngine(define: (bench: () => Bench) => void): void {
  for (const { name, missing, open } of engines) {
    describe.skipIf(missing !== null)(name, () => {
      let bench: Bench | null = null;
      const opened = () => {
        if (!bench) throw new Error(`not open: ${name}`);
        return bench;
      };
      beforeAll(async () => {
        const port = inject('port');
        bench = {
          engine: await open(inject('display')),
          home: `http://127.0.0.1:${port}/`,
          elsewhere: `http://localhost:${port}/`,
        };
      });
      afterAll(() => bench?.engine.close());
      afterEach(async () => {
        const complaints = (await opened().engine.complaints()).filter(
          (line) => !harmless.some((pattern) => pattern.test(line)),
        );
        expect(complaints, 'the page complained').toEqual([]);
      });
      define(opened);
    });
  }
}
