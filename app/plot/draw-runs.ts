// The paths of one lane or of several in one plot, each in its lane's colour and dashes, and their names where there are several.
import type { LaneView } from '../session/types.ts';
import { laneDashes } from '../theme.ts';
import { drawPath } from './draw-path.ts';
import { drawTagAt, tagSize } from './draw-text.ts';
import { boxAround } from './free-place.ts';
import { createPathSight } from './path-geometry.ts';
import type { Pixel, VisiblePath } from './path-geometry.ts';
import { placePathNames } from './path-names.ts';
import type { Box, Frame } from './plot-frame.ts';
import { ofLane } from './plot-tokens.ts';
import type { PlotTokens } from './plot-tokens.ts';

type RunView = Pick<LaneView, 'path' | 'label' | 'index' | 'lane' | 'startStrength'>;

interface Run {
  readonly view: RunView;
  readonly seen: VisiblePath;
}

export interface Runs {
  readonly all: readonly Run[];
  /** Their lines, and boxes around their starts and where they are now, for notes to keep clear of. */
  readonly lines: readonly (readonly Pixel[])[];
  readonly marked: readonly Box[];
}

/**
 * @param companions lanes whose paths stand below that of the first
 * @returns what can be seen of the runs in an area as they are now
 */
export function createRunSight(
  view: RunView,
  companions: readonly RunView[],
): (area: Frame) => Runs {
  const watched = [...companions, view].map((each) => ({ view: each, see: createPathSight() }));
  return (area) => {
    const all = watched.map(({ view: each, see }) => ({ view: each, seen: see(each.path, area) }));
    return {
      all,
      lines: all.flatMap(({ seen }) => seen.pieces),
      marked: all.flatMap(({ seen: { start, latest } }) =>
        [start, latest ?? start].flatMap((point) => (point ? [boxAround(...point, 16, 16)] : [])),
      ),
    };
  };
}

export function drawRuns(
  context: CanvasRenderingContext2D,
  { all }: Runs,
  area: Frame,
  tokens: PlotTokens,
): void {
  for (const { view, seen } of all) {
    drawPath(context, view.path, seen, area, {
      color: ofLane(tokens.lanes, view.index, tokens.ink),
      casing: tokens.casing,
      dash: ofLane(laneDashes, view.index, []),
      diverged: view.lane.status === 'diverged',
      startStrength: view.startStrength,
    });
  }
}

export interface PlacedName {
  readonly box: Box;
  draw(): void;
}

/**
 * Where the names of several paths go; none for one path, whose plot has its name.
 *
 * @param taken boxes that they must not cover
 */
export function placeNames(
  context: CanvasRenderingContext2D,
  { all, lines }: Runs,
  area: Frame,
  taken: readonly Box[],
  tokens: PlotTokens,
): PlacedName[] {
  if (all.length < 2) return [];
  context.font = tokens.wordFont;
  const names = all.map(({ view: { label }, seen: { exit, latest } }) => ({
    ...tagSize(context, label),
    end: exit ?? latest,
  }));
  return placePathNames(names, area, lines, taken).flatMap((box, k) => {
    const view = all[k]?.view;
    if (!box || !view) return [];
    const ink = ofLane(tokens.laneTexts, view.index, tokens.ink);
    const draw = () => {
      context.font = tokens.wordFont;
      drawTagAt(context, view.label, box, tokens, ink);
    };
    return [{ box, draw }];
  });
}
