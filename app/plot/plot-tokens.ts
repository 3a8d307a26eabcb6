// The tokens of the page as a plot uses them: the shared ones and the lanes' colours for text.
import { readTokens } from '../theme.ts';
import type { Tokens } from '../theme.ts';

export interface PlotTokens extends Tokens {
  /** Colours of the lanes by index, dark or light enough for text. */
  readonly laneTexts: readonly string[];
  /** Canvas fonts: for numbers, and for words. */
  readonly numberFont: string;
  readonly wordFont: string;
}

export function readPlotTokens(element: Element): PlotTokens {
  const tokens = readTokens(element);
  const style = getComputedStyle(element);
  return {
    ...tokens,
    laneTexts: [1, 2, 3, 4].map((n) => style.getPropertyValue(`--lane-${n}-text`).trim()),
    numberFont: `11px ${tokens.monoFace}`,
    wordFont: `12px ${tokens.textFace}`,
  };
}

/** What decides the tokens, cheap enough to ask for in every frame. */
export function themeKey(element: Element, theme: string): string {
  return `${theme} ${element.ownerDocument.documentElement.getAttribute('data-theme') ?? ''}`;
}

/** An entry of a cyclic list of lane colours or dashes. */
export function ofLane<T>(list: readonly T[], index: number, otherwise: T): T {
  return list[index % Math.max(1, list.length)] ?? otherwise;
}
