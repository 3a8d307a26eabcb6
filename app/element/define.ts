// The element <norm-scape>: its attributes are the keys of a link, its children stand there until the figure does.
import type { FigureReport } from '../embed/figure-report.ts';
import { version } from '../version.ts';
import type { FigureControls } from './figure-controls.ts';
import { createFigureHost, type FigureContent, type FigureHost } from './figure-host.ts';
import { figureKeys, keyOf, queryOf } from './key-names.ts';

export const elementName = 'norm-scape';

/** Which version defined the element, for a second copy of the script to read. */
const versionProperty = 'normscapeVersion';

/**
 * Defines the element, unless another copy of the script has done so.
 * @param folder where the script is from, and the page with every control with it; empty if nobody knows
 */
export function defineElement(folder: string): void {
  const known = customElements.get(elementName);
  if (known) {
    const first: unknown = Reflect.get(known, versionProperty);
    if (first !== version) {
      // oxlint-disable-next-line no-console -- an author has two versions on one page, and nobody else can say so
      console.info(
        `Normscape ${String(first)} defines <${elementName}> on this page; this copy, ${version}, does nothing.`,
      );
    }
    return;
  }
  customElements.define(elementName, createElementClass(folder));
}

/** Made when it is asked for: where there is no page, there is nothing to extend. */
function createElementClass(folder: string): CustomElementConstructor {
  class NormScapeElement extends HTMLElement implements FigureControls {
    static readonly [versionProperty] = version;
    #figure: FigureHost | null = null;
    readonly #attributes = new MutationObserver(() => this.#figure?.show(contentOf(this)));

    connectedCallback(): void {
      this.#open();
    }

    disconnectedCallback(): void {
      // An element that is only moved is back by then, and its run goes on.
      queueMicrotask(() => {
        if (this.isConnected) return;
        this.#attributes.disconnect();
        this.#figure?.dispose();
        this.#figure = null;
      });
    }

    #open(): FigureHost {
      if (this.#figure) return this.#figure;
      this.#attributes.observe(this, { attributes: true });
      this.#figure = createFigureHost(this, {
        ...contentOf(this),
        lab: this.getAttribute('lab') ?? folder,
        tell: (type, detail) =>
          this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true })),
      });
      return this.#figure;
    }

    play(): void {
      this.#open().play();
    }
    pause(): void {
      this.#open().pause();
    }
    step(count?: number): void {
      this.#open().step(count);
    }
    seek(step: number): void {
      this.#open().seek(step);
    }
    reset(): void {
      this.#open().reset();
    }
    set(query: string): void {
      this.#open().set(query);
    }
    snapshot(panel: string, format?: string): Promise<string> {
      return this.#open().snapshot(panel, format);
    }
    getState(): FigureReport {
      return this.#open().getState();
    }
  }
  for (const key of figureKeys) {
    // A method of that name comes first; its key is an attribute alone.
    if (!(key in NormScapeElement.prototype)) mirrorAttribute(NormScapeElement.prototype, key);
  }
  return NormScapeElement;
}

function contentOf(element: HTMLElement): FigureContent {
  const pairs = [...element.attributes].flatMap(({ name, value }) => {
    const key = keyOf(name);
    return key === null ? [] : [[key, value] as const];
  });
  return { query: queryOf(pairs), title: element.getAttribute('title') };
}

/** A property that reads and writes the attribute: null where there is none. */
function mirrorAttribute(prototype: HTMLElement, key: string): void {
  Object.defineProperty(prototype, key, {
    configurable: true,
    enumerable: true,
    get(this: HTMLElement): string | null {
      return this.getAttribute(key);
    },
    set(this: HTMLElement, value: unknown) {
      if (value === null || value === undefined || value === false) this.removeAttribute(key);
      else this.setAttribute(key, value === true ? '1' : String(value));
    },
  });
}
