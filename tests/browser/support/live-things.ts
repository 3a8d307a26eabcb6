// Counts what a page holds on to: contexts, workers, observers, listeners, nodes and memory.
import type { CDPSession, Page } from '@playwright/test';

/** What a page holds on to, after everything that could be forgotten has been. */
export interface Holdings {
  /** 3D contexts that a browser counts: not given back, and not collected. */
  readonly contexts: number;
  readonly workers: number;
  /** Elements that observers of size, place or change look at. */
  readonly observed: number;
  readonly listeners: number;
  readonly nodes: number;
  /** Bytes of JavaScript. */
  readonly heap: number;
}

interface Counters {
  contexts: WeakRef<WebGL2RenderingContext>[];
  workers: number;
  observed: number;
}

/** Before anything of the page runs: lets it count for itself. */
export async function countLiveThings(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counters: Counters = { contexts: [], workers: 0, observed: 0 };
    Object.assign(window, { counters });

    const getContext = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (
      this: HTMLCanvasElement,
      ...given: unknown[]
    ) {
      const context: unknown = Reflect.apply(getContext, this, given);
      if (context instanceof WebGL2RenderingContext) counters.contexts.push(new WeakRef(context));
      return context;
    } as typeof getContext;

    window.Worker = class extends Worker {
      #ended = false;
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        counters.workers++;
      }
      override terminate(): void {
        if (!this.#ended) counters.workers--;
        this.#ended = true;
        super.terminate();
      }
    };

    for (const Observer of [ResizeObserver, IntersectionObserver, MutationObserver]) {
      const { observe, disconnect } = Observer.prototype;
      const targets = new WeakMap<object, Set<object>>();
      const of = (observer: object) => {
        const known = targets.get(observer) ?? new Set();
        targets.set(observer, known);
        return known;
      };
      Object.assign(Observer.prototype, {
        observe(this: object, target: object, options?: object) {
          const known = of(this);
          if (!known.has(target)) counters.observed++;
          known.add(target);
          Reflect.apply(observe, this, [target, options]);
        },
        disconnect(this: object) {
          counters.observed -= of(this).size;
          of(this).clear();
          Reflect.apply(disconnect, this, []);
        },
      });
      if (!('unobserve' in Observer.prototype)) continue;
      const { unobserve } = Observer.prototype;
      Object.assign(Observer.prototype, {
        unobserve(this: object, target: Element) {
          if (of(this).delete(target)) counters.observed--;
          Reflect.apply(unobserve, this, [target]);
        },
      });
    }
  });
}

export async function openProfiler(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  return session;
}

export async function holdings(page: Page, session: CDPSession): Promise<Holdings> {
  for (let k = 0; k < 3; k++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
  const counted = await page.evaluate(() => {
    const { contexts, workers, observed } = (window as unknown as { counters: Counters }).counters;
    const live = contexts.filter((each) => each.deref()?.isContextLost() === false);
    return { contexts: live.length, workers, observed };
  });
  return {
    ...counted,
    listeners: metric('JSEventListeners'),
    nodes: metric('Nodes'),
    heap: metric('JSHeapUsedSize'),
  };
}

/** How much more each step brings: the slope of a line through the values at these steps. */
export function slope(points: readonly (readonly [step: number, value: number])[]): number {
  const mean = (k: 0 | 1) => points.reduce((sum, point) => sum + point[k], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const of = points.map(([step, value]) => [(step - x) * (value - y), (step - x) ** 2] as const);
  return of.reduce((sum, [p]) => sum + p, 0) / of.reduce((sum, [, q]) => sum + q, 0);
}
