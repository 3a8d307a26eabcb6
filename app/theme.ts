// The tokens of theme.css as values, for what is drawn on a canvas and cannot read CSS itself.

const names = {
  paper: '--paper',
  ink: '--ink',
  inkSoft: '--ink-soft',
  rule: '--rule',
  ruleStrong: '--rule-strong',
  plotGround: '--plot-ground',
  casing: '--path-casing',
} as const;

export type Tokens = { readonly [K in keyof typeof names]: string } & {
  /** Colours of the lanes by index, 0 to 3. */
  readonly lanes: readonly string[];
  readonly textFace: string;
  readonly monoFace: string;
};

/** Reads the tokens in force at an element. Read again when the theme changes, not in every frame. */
export function readTokens(element: Element): Tokens {
  const style = getComputedStyle(element);
  const value = (name: string) => style.getPropertyValue(name).trim();
  const tokens = Object.fromEntries(
    Object.entries(names).map(([key, name]) => [key, value(name)]),
  ) as { [K in keyof typeof names]: string };
  return {
    ...tokens,
    lanes: [1, 2, 3, 4].map((n) => value(`--lane-${n}`)),
    textFace: value('--text-face'),
    monoFace: value('--mono-face'),
  };
}

/** Dash patterns of the lanes by index, so that paths differ by more than colour; in CSS pixels. */
export const laneDashes: readonly (readonly number[])[] = [[], [7, 3], [2, 3], [9, 3, 2, 3]];
