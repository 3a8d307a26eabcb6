// Keeps the two canvases of a contour plot true to one lane: bands below, path and marks above. Paths of other lanes may
// stand over the same bands.
import type { FigureSession, LaneView } from '../session/types.ts';
import { createBandsPainter, type Room } from './bands-painter.ts';
import { createChangeDetector } from './change-detector.ts';
import { drawPointMarks } from './draw-point-marks.ts';
import type { PointerState } from './contour-input.ts';
import { clickHints, crosshairTag, drawCrosshair, drawHint, placeHint } from './draw-crosshair.ts';
import { drawMinimum, minimumMark } from './draw-minimum.ts';
import { createRunSight, drawRuns, placeNames } from './draw-runs.ts';
import { boxAround } from './free-place.ts';
import { createMarkReader, type LaneMarks } from './mark-reader.ts';
import { latestPoint } from './lane-facts.ts';
import { contains } from './plot-frame.ts';
import type { Frame } from './plot-frame.ts';
import { readPlotTokens, themeKey } from './plot-tokens.ts';
import type { PlotTokens } from './plot-tokens.ts';
import { clearCanvas, watchSheet } from './sheet.ts';

export interface ContourCanvases {
  /** What both canvases fill. */
  readonly stage: HTMLElement;
  readonly bands: HTMLCanvasElement;
  readonly overlay: HTMLCanvasElement;
}

export interface ContourPainter {
  /** Where the window is drawn now; null while nothing is. */
  readonly frame: Frame | null;
  dispose(): void;
}

/** Where buttons beside it leave room for the title of the axis, in pixels; all of it where they have a row of their own. */
function betweenTools(tools: HTMLElement | null | undefined, stage: HTMLElement): Room {
  if (!tools || tools.offsetTop >= stage.clientHeight) return [0, Infinity];
  const { offsetLeft, offsetWidth } = tools;
  return offsetLeft > 0 ? [0, offsetLeft - 4] : [offsetLeft + offsetWidth + 8, Infinity];
}

/** @param companions lanes with the same loss over these weights, whose paths are drawn here too, all with their names */
export function createContourPainter(
  canvases: ContourCanvases,
  session: FigureSession,
  view: LaneView,
  pointer: Readonly<PointerState>,
  companions: readonly LaneView[] = [],
): ContourPainter {
  const { stage, bands, overlay } = canvases;
  // Plot and legend stand in it side by side.
  const host = stage.parentElement?.parentElement ?? null;
  const base = createBandsPainter(bands, host, session, view);
  let theme = '';
  let tokens: PlotTokens | null = null;
  const overlayChanged = createChangeDetector();
  const toolsChanged = createChangeDetector();
  let between: Room = [0, Infinity];

  const paint = () => {
    const state = session.store.getState();
    const { width, height, ratio } = sheet.current;
    if (width === 0 || height === 0) return;
    const key = themeKey(stage, state.theme);
    if (tokens === null || key !== theme) tokens = readPlotTokens(stage);
    theme = key;
    // To ask for their place in every frame would have the page laid out in its midst, and at its end once more.
    const tools = stage.parentElement?.querySelector<HTMLElement>('.plot-tools');
    if (toolsChanged([tools, width, height])) between = betweenTools(tools, stage);
    base.paint(sheet.current, tokens, theme, between);

    const { frame } = base;
    const { surface, path, minimum } = view;
    const { iteration, crosshair } = session;
    const { status } = view.lane;
    const { hovering } = pointer;
    // Among several paths the marks of one point would only be more lines.
    const shown = state.experiment.marks && companions.length === 0;
    const marks = shown ? readMarks(view) : null;
    const others = companions.flatMap(({ path, lane }) => [path.count, path.revision, lane.status]);
    const run = [path.count, path.revision, iteration, status, minimum, surface, marks, ...others];
    if (overlayChanged([frame, ...run, crosshair, hovering, theme, width, height, ratio])) {
      const context = clearCanvas(overlay, sheet.current);
      if (context && frame) drawOverlay(context, frame, tokens, marks);
    }
  };

  const drawOverlay = (
    context: CanvasRenderingContext2D,
    area: Frame,
    tokensNow: PlotTokens,
    marks: LaneMarks | null,
  ) => {
    const { path, minimum, surface } = view;
    const { width, height } = sheet.current;
    const runs = seeRuns(area);
    const { lines, marked } = runs;
    const { crosshair } = session;
    const tag = crosshair && crosshairTag(context, crosshair, area, view, tokensNow);
    const pointed = crosshair
      ? [boxAround(area.x(crosshair[0]), area.y(crosshair[1]), 32, 32)]
      : [];
    const before = [...marked, ...pointed, ...(tag ? [tag.box] : [])];
    const mark = minimum && minimumMark(minimum, area);
    const signs = mark ? [...before, mark.box] : before;
    const names = placeNames(context, runs, area, signs, tokensNow);
    const taken = [...before, ...names.map(({ box }) => box)];
    const exact = surface?.plane.exact ?? false;
    const latest = latestPoint(path);
    // Far from the window a distance says nothing of the valley.
    const from = latest && contains(area, area.x(latest[0]), area.y(latest[1])) ? latest : null;
    // The note of the minimum makes way for it: it is there for longer.
    const kept = mark ? [...taken, mark.box] : taken;
    const { slice, axes } = session.store.getState().experiment;
    const othersMove = slice.kind === 'weights' && axes !== 'raw' && view.surfaceIteration > 0;
    const hint = pointer.hovering
      ? placeHint(context, area, clickHints(othersMove), lines, kept, tokensNow)
      : null;
    const surroundings = { from, exact, lines, taken: hint ? [...taken, hint.box] : taken };
    const [left, right, bottom, top] = area.window;
    const holds = (u: number, v: number) => u >= left && u <= right && v >= bottom && v <= top;
    if (marks && holds(...marks.point)) drawPointMarks(context, marks, area);
    if (minimum) drawMinimum(context, minimum, area, surroundings, tokensNow);
    drawRuns(context, runs, area, tokensNow);
    for (const name of names) name.draw();
    const canvas = { left: 0, top: 0, width, height };
    if (crosshair) drawCrosshair(context, crosshair, area, view, canvas, tokensNow);
    if (hint) drawHint(context, hint, tokensNow);
  };

  const readMarks = createMarkReader();
  const seeRuns = createRunSight(view, companions);
  const sheet = watchSheet(stage, paint);
  const unsubscribe = session.onDraw(paint);
  session.invalidate();
  return {
    get frame() {
      return base.frame;
    },
    dispose() {
      unsubscribe();
      sheet.dispose();
    },
  };
}
