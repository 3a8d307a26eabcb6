// Where the texts of the axes stand in a slot: beside their ticks, inside the slot, none upon another. Pure.
import type { AxisTicks } from './axes.ts';
import { nameForms } from './name-forms.ts';
import { createProjector, type Projector } from './projection.ts';
import { clipSegment } from '../plot/clip.ts';
import type { CameraPose } from '../session/types.ts';
import { textAxes, type TextAxis } from './text-axes.ts';

export interface Label {
  readonly text: string;
  readonly kind: 'tick' | 'title' | 'note';
  /** The middle of the text, in CSS pixels of the slot. */
  readonly x: number;
  readonly y: number;
  /** The width at most, in CSS pixels; longer titles are shortened by the page. */
  readonly width: number;
}

/** Texts are measured by their length: the face is monospaced, and no such face is wider than this. */
export const characterWidth = 0.62;
const fontSize = 11;
export const lineHeight = 14;
/** The room of a mark, such as the ball of the current point. */
const markSize = 16;
/** The least distance between two texts, and from the slot's edge. */
const gap = 4;
const margin = 2;
/** An axis that appears shorter than this has no room for two numbers: it is seen end on. */
export const shortestAxis = 24;

/** How far a tick's text may be moved along to stay inside the slot; */
const furthestNudge = 9;
/** and where there would not be two numbers otherwise. */
const furthestAtNeed = 40;
/** An axis without two numbers says nothing of its size. */
const fewest = 2;

export type Point = readonly [number, number];

export const widthOf = (text: string) =>
  Math.ceil(Array.from(text).length * fontSize * characterWidth);

/** The middle of a text that starts at `from` and lies in the direction towards `to`, clear of both. */
function beside(from: Point, to: Point, width: number, distance: number): Point {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy) || 1;
  const [x, y] = [dx / length, dy / length];
  const reach = distance + (Math.abs(x) * width) / 2 + (Math.abs(y) * lineHeight) / 2;
  return [to[0] + x * reach, to[1] + y * reach];
}

interface AxisTexts {
  readonly ticks: readonly Label[];
  /** The two ends. */
  readonly ends: readonly Label[];
  readonly title: Label | null;
}

function labelAxis(axis: TextAxis, project: Projector): AxisTexts {
  const [startX, startY] = project(...axis.at(axis.ends[0]));
  const [endX, endY] = project(...axis.at(axis.ends[1]));
  const isEndOn = Math.hypot(endX - startX, endY - startY) < shortestAxis;
  if (isEndOn) return { ticks: [], ends: [], title: null };
  const write = (place: number, text = ''): Label => {
    const width = widthOf(text);
    const [x, y] = beside(project(...axis.at(place)), project(...axis.outside(place)), width, 2);
    return { text, kind: 'tick', x, y, width };
  };
  const ticks = axis.places.map((place, k) => write(place, axis.texts[k]));
  const ends = axis.ends.map((place, k) => write(place, axis.endTexts[k]));
  const widest = Math.max(0, ...ticks.map(({ width }) => width));
  const from = project(...axis.at(axis.titlePlace));
  const to = project(...axis.outside(axis.titlePlace));
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const [cosine, sine] = [Math.abs(to[0] - from[0]) / length, Math.abs(to[1] - from[1]) / length];
  const width = widthOf(axis.title);
  const [x, y] = beside(from, to, width, 6 + cosine * widest + sine * lineHeight);
  return { ticks, ends, title: { text: axis.title, kind: 'title', x, y, width } };
}

function overlap(a: Label, b: Label): boolean {
  return (
    Math.abs(a.x - b.x) < (a.width + b.width) / 2 + gap && Math.abs(a.y - b.y) < lineHeight - 1
  );
}

export const isFree = (label: Label, taken: readonly Label[]) =>
  !taken.some((other) => overlap(label, other));

/** Which of the texts lie under a mark, one after the other: as long as it is the same, nothing has to move. */
export function coveredBy(labels: readonly Label[], marks: readonly Point[]): string {
  const places = marks.map(asLabel);
  return labels.flatMap((label, k) => (isFree(label, places) ? [] : [k])).join();
}

/** The room that a mark takes. */
export const asLabel = ([x, y]: Point): Label => ({
  text: '',
  kind: 'tick',
  x,
  y,
  width: markSize,
});

/** All texts of an axis, or every second, third or fourth of them, so that none lies on the next. */
function evenlySpaced(labels: readonly Label[]): readonly Label[] {
  for (let stride = 1; stride <= labels.length; stride++) {
    const kept = labels.filter((_, k) => k % stride === 0);
    if (kept.every((label, k) => k === 0 || !overlap(label, kept[k - 1] ?? label))) return kept;
  }
  return [];
}

/** Two texts that do not lie on each other, as far apart along the axis as can be; none if there are no such two. */
function farthestPair(labels: readonly Label[]): readonly Label[] {
  for (let between = labels.length - 1; between > 0; between--) {
    for (let k = 0; k + between < labels.length; k++) {
      const pair = labels.filter((_, n) => n === k || n === k + between);
      const [one, other] = pair;
      if (one && other && !overlap(one, other)) return pair;
    }
  }
  return [];
}

/** An axis as it appears, as a line that no title may stand on. */
type Edge = readonly [Point, Point];

function liesOn({ x, y, width }: Label, [from, to]: Edge): boolean {
  const box = { left: x - width / 2, top: y - lineHeight / 2, width, height: lineHeight };
  return clipSegment(...from, ...to, box) !== null;
}

interface Layout {
  readonly labels: Label[];
  /** Every axis that is long enough has its title, clear of the axes. */
  readonly isClear: boolean;
}

/**
 * Titles come first and are moved into the slot; a tick's text is left out where it would lie on another or outside. But
 * an axis has two numbers if there is any room for them: they may take the place of another axis's title. A title goes
 * out of the way of axes and marks, if it can; the names of both floor axes are shortened alike where they cannot.
 *
 * @param names what the two floor axes are called
 * @param width, height of the slot in CSS pixels
 * @param marks the middles of the points that stand out, likewise
 */
export function layoutLabels(
  pose: CameraPose,
  ticks: AxisTicks,
  names: readonly [string, string],
  width: number,
  height: number,
  marks: readonly Point[] = [],
): Label[] {
  // A ball that rolls by changes no name.
  let form = names;
  let layout: Layout = { labels: [], isClear: false };
  for (form of nameForms(names)) {
    layout = layoutNamed(pose, ticks, form, width, height, []);
    if (layout.isClear) break;
  }
  const free = marks.length === 0;
  return (free ? layout : layoutNamed(pose, ticks, form, width, height, marks)).labels;
}

function layoutNamed(
  pose: CameraPose,
  ticks: AxisTicks,
  names: readonly [string, string],
  width: number,
  height: number,
  marks: readonly Point[],
): Layout {
  const marked = marks.map(asLabel);
  const project = createProjector(pose, width, height);
  const inside = (x: number, half: number, size: number) =>
    Math.min(Math.max(x, half + margin), Math.max(half + margin, size - half - margin));
  const axes = textAxes(pose, ticks, names);
  const laid = axes.map((axis) => labelAxis(axis, project));
  const edges = axes.map((axis): Edge => {
    const [from, to] = axis.ends.map((end) => project(...axis.at(end)));
    return [from ?? [0, 0], to ?? [0, 0]];
  });
  const isOff = (label: Label) => !edges.some((edge) => liesOn(label, edge));
  // Where another text is in the way, some lines farther down or up.
  const titleOf = (k: number, lines: readonly number[], taken: readonly Label[]) => {
    const title = laid[k]?.title;
    if (!title) return null;
    const limit = Math.min(title.width, width - 2 * margin);
    const above = axes[k]?.above;
    const [topX, topY] = above ? project(...above) : [title.x, title.y];
    const x = inside(topX, limit / 2, width);
    const y = above ? topY - lineHeight : topY;
    const choices = lines.map((line) => ({
      ...title,
      ...{ width: limit, x, y: inside(y + line * lineHeight, lineHeight / 2 - margin, height) },
    }));
    const free = choices.filter((label) => isFree(label, taken));
    const clear = free.filter(isOff);
    return (
      [...clear, ...free].find((label) => isFree(label, marked)) ?? clear[0] ?? free[0] ?? null
    );
  };
  const titles: (Label | null)[] = [];
  for (const k of laid.keys()) {
    const before = titles.flatMap((title) => title ?? []);
    titles.push(titleOf(k, [0, 1, -1], before));
  }
  // A text that just leaves the slot is moved in; one that belongs to a tick farther out is left out.
  const fitting = (texts: readonly Label[], furthest: number) =>
    texts.flatMap((label): Label[] => {
      const x = inside(label.x, label.width / 2, width);
      const y = inside(label.y, lineHeight / 2, height);
      const fits = Math.abs(x - label.x) <= furthest && y === label.y && label.width <= width / 2;
      return fits ? [{ ...label, x }] : [];
    });
  const numbersOf = (axis: AxisTexts, taken: readonly Label[]): readonly Label[] => {
    const even = evenlySpaced(fitting(axis.ticks, furthestNudge));
    const kept = even.filter((label) => isFree(label, taken));
    if (kept.length >= fewest) return kept;
    const pairs = [axis.ticks, axis.ends].map((texts) =>
      farthestPair(fitting(texts, furthestAtNeed).filter((label) => isFree(label, taken))),
    );
    return pairs.find((pair) => pair.length >= fewest) ?? kept;
  };
  const numbers: Label[] = [];
  // The upright axis has the least room to give.
  for (const axis of laid.toReversed()) {
    let chosen = numbersOf(axis, [...titles.flatMap((title) => title ?? []), ...numbers]);
    const alone = chosen.length < fewest ? numbersOf(axis, numbers) : [];
    if (alone.length >= fewest) {
      chosen = alone;
      titles.forEach((title, k) => {
        if (title && !isFree(title, alone)) titles[k] = null;
      });
    }
    numbers.push(...chosen);
  }
  // A title that had to make way may find room farther off.
  titles.forEach((title, k) => {
    const taken = [...titles.flatMap((each) => each ?? []), ...numbers];
    titles[k] = title ?? titleOf(k, [0, 1, -1, 2, -2], taken);
  });
  const isClear = titles.every((title, k) => (title ? isOff(title) : !laid[k]?.title));
  return { labels: [...titles.flatMap((title) => title ?? []), ...numbers], isClear };
}
