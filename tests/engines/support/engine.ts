// What a test asks of a browser, whichever engine it is and however it is driven.

/** The way to a frame from the page: the first frame of the second frame is `[1, 0]`. */
export type FramePath = readonly number[];

export interface Engine {
  goto(address: string): Promise<void>;
  /**
   * The result of a function in the page or one of its frames; promises are waited for. The function is sent as its text:
   * it sees nothing of the test around it but its arguments.
   */
  evaluate<A extends readonly unknown[], T>(
    run: (...given: A) => T | Promise<T>,
    given?: A,
    frame?: FramePath,
  ): Promise<T>;
  /** Presses the mouse at a place of the window, moves it as told, and lets go. */
  drag(places: readonly Place[]): Promise<void>;
  /** Lines of the console and uncaught errors of the page, since they were last asked for. */
  complaints(): Promise<string[]>;
  close(): Promise<void>;
}

export interface Place {
  readonly x: number;
  readonly y: number;
  /** Milliseconds on the way there. */
  readonly after: number;
}

/** The text of a call whose result is `{ value }` or `{ error }`, since engines tell of errors in ways of their own. */
export function callText(run: (...given: never[]) => unknown, given: readonly unknown[]): string {
  return `Promise.resolve().then(() => (${String(run)})(...${JSON.stringify(given)})).then(
    (value) => JSON.stringify({ value }),
    (error) => JSON.stringify({ error: String(error) }),
  )`;
}

/** @throws {Error} what the call in the page threw */
export function resultOf<T>(text: string): T {
  const { value, error } = JSON.parse(text) as { value?: unknown; error?: string };
  if (error !== undefined) throw new Error(error);
  return value as T;
}

/** @throws {Error} if it has not come true after so many milliseconds */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T>,
  holds: (found: T) => boolean,
  limit = 30_000,
): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const found = await ask();
    if (holds(found)) return found;
    if (Date.now() > end)
      throw new Error(`${what}: not within ${limit} ms; last ${JSON.stringify(found)}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
