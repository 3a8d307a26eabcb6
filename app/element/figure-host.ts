// A figure in an element of somebody else's page: waits until it is about to be seen, and does what it is told.
import type { FigureControls } from './figure-controls.ts';
import { mountFigure, type MountedFigure } from './mount.tsx';
import { whenNear } from './near.ts';
import { adoptStyles } from './styles.ts';

export interface FigureContent {
  /** As a link has it behind its question mark. */
  readonly query: string;
  /** What the figure is called; its lanes' names, if null. */
  readonly title: string | null;
}

export interface FigureHost extends FigureControls {
  /** Another experiment: what the query does not name is at its default again. */
  show(content: FigureContent): void;
  dispose(): void;
}

export interface FigureHostOptions extends FigureContent {
  /** The folder of the page with every control, seen from this page; empty if there is none to link to. */
  readonly lab: string;
  /** Hears `ready`, `step`, `done` and `notice`, with their fields. */
  tell(type: string, detail: Readonly<Record<string, unknown>>): void;
}

/** @param host its children are shown until the figure is */
export function createFigureHost(host: HTMLElement, options: FigureHostOptions): FigureHost {
  const shadow = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const waiting = document.createElement('slot');
  waiting.className = 'normscape-waiting';
  adoptStyles(shadow);
  shadow.replaceChildren(waiting);

  let content: FigureContent = options;
  let figure: MountedFigure | null = null;
  const arrive = (): MountedFigure => {
    stopWaiting();
    figure ??= mountFigure({
      shadow,
      query: content.query,
      title: content.title,
      lab: resolved(options.lab),
      tell: ({ type, ...detail }) => options.tell(type, detail),
    });
    return figure;
  };
  const stopWaiting = whenNear(host, arrive);

  return {
    play: () => arrive().obey({ type: 'play' }),
    pause: () => figure?.obey({ type: 'pause' }),
    step: (count = 1) => arrive().obey({ type: 'step', count: wholeNumber('count', count, 1) }),
    seek: (step) => arrive().obey({ type: 'seek', step: wholeNumber('step', step, 0) }),
    reset: () => figure?.obey({ type: 'reset' }),
    set: (query) => arrive().obey({ type: 'set', query: String(query) }),
    async snapshot(panel, format = 'png') {
      const picture = await arrive().snapshot(String(panel), String(format));
      if (picture === null) {
        const known = arrive().describe().experiment.panels.join(', ');
        throw new RangeError(
          `no snapshot: ${panel} as ${format} (known: ${known} once drawn, as png or svg)`,
        );
      }
      return picture;
    },
    getState: () => arrive().describe(),
    show(next) {
      if (next.query === content.query && next.title === content.title) return;
      content = next;
      figure?.show(next.query, next.title);
    },
    dispose() {
      stopWaiting();
      figure?.dispose();
      figure = null;
    },
  };
}

/** What cannot be resolved is no address, and there is no link to it. */
function resolved(lab: string): string {
  return lab !== '' && URL.canParse(lab, document.baseURI)
    ? new URL(lab, document.baseURI).href
    : '';
}

/** No call moves a run by more steps than this, as no message does. */
const mostSteps = 1_000_000;

/** @throws {TypeError} for what is no number */
function wholeNumber(name: string, value: number, least: number): number {
  const number = Number(value);
  if (Number.isNaN(number)) throw new TypeError(`${name} is no number: ${String(value)}`);
  return Math.round(Math.min(Math.max(number, least), mostSteps));
}
