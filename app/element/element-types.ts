// The types of <norm-scape> for authors who write TypeScript.
import type { FigureControls, FigureEvents } from './figure-controls.ts';

export interface NormScapeElement extends HTMLElement, FigureControls {
  addEventListener<Name extends keyof FigureEvents>(
    type: Name,
    listener: (event: CustomEvent<FigureEvents[Name]>) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'norm-scape': NormScapeElement;
  }
}
