// A lane's samples, as given and as its network sees them, over the network's output.
import type { LaneView } from '../../../session/types.ts';
import { contourMargins, drawContourAxes, verticalLabelWidth } from '../../../plot/draw-axes.ts';
import { fitFrame, type Window } from '../../../plot/plot-frame.ts';
import { ofLane, type PlotTokens } from '../../../plot/plot-tokens.ts';
import { drawSamples } from '../../../plot/samples/draw-samples.ts';
import { sampleWindow } from '../../../plot/samples/sample-window.ts';
import {
  targetColors,
  targetEnds,
  type TargetColors,
} from '../../../plot/samples/target-colors.ts';
import { seenTitles } from './data-facts.ts';
import { drawLegend } from './draw-legend.ts';
import { drawOutput } from './draw-output.ts';
import { outputGrid } from './output-grid.ts';

/** Pixels for the words above a picture, and for the scale of colours below both. */
const [headRoom, legendRoom] = [18, 34];
const gap = 10;

interface Part {
  readonly head: string;
  readonly titles: readonly [string, string];
  readonly window: Window;
  readonly equal: boolean;
  readonly inputs: Float64Array;
  readonly kept: Float64Array | null;
  readonly map?: (inputs: Float64Array) => Float64Array;
}

export type DataDrawing = (
  context: CanvasRenderingContext2D,
  width: number,
  height: number,
  /** The output is computed at so many points a side. */
  side: number,
  tokens: PlotTokens,
  createPath?: () => Path2D,
) => void;

export function createDataDrawing(view: LaneView): DataDrawing {
  const { lane } = view;
  const { inputMap, rawSamples, samples, testSamples, features } = lane;
  const isClasses = lane.objective.spec.loss === 'bce';
  const ends = targetEnds(samples.targets, isClasses ? 'classification' : 'regression');
  const parts: readonly Part[] = [
    {
      head: 'as given',
      titles: features,
      window: sampleWindow(rawSamples.inputs, false),
      equal: false,
      inputs: rawSamples.inputs,
      kept: testSamples && inputMap.invert(testSamples.inputs),
      map: (inputs) => inputMap.apply(inputs),
    },
    {
      head: 'as the network sees them',
      titles: seenTitles(lane),
      window: sampleWindow(samples.inputs, true),
      equal: true,
      inputs: samples.inputs,
      kept: testSamples?.inputs ?? null,
    },
  ];
  const drawPart = (
    context: CanvasRenderingContext2D,
    part: Part,
    width: number,
    height: number,
    side: number,
    colors: TargetColors,
    tokens: PlotTokens,
    createPath?: () => Path2D,
  ) => {
    const { window, titles, head, equal, inputs, kept, map } = part;
    context.font = tokens.numberFont;
    const widest = verticalLabelWidth(context, window[2], window[3], height - 46);
    const margins = { ...contourMargins(widest), top: headRoom };
    const frame = fitFrame(width, height, margins, window, equal);
    if (!frame) return;
    const values = outputGrid(lane, window, side, side, map);
    const border = isClasses ? tokens.ink : null;
    drawOutput(context, frame, { values, columns: side, rows: side, colors, border });
    const { ink } = tokens;
    drawSamples(context, frame, inputs, samples.targets, { colors, rim: ink, createPath });
    if (kept && testSamples) {
      drawSamples(context, frame, kept, testSamples.targets, {
        colors,
        rim: ink,
        hollow: true,
        createPath,
      });
    }
    drawContourAxes(context, frame, titles, tokens);
    context.font = tokens.wordFont;
    context.fillStyle = tokens.inkSoft;
    context.textAlign = 'left';
    context.textBaseline = 'alphabetic';
    const room = Math.max(0, width - context.measureText(head).width);
    context.fillText(head, Math.min(frame.left, room), headRoom - 6);
  };

  return (context, width, height, side, tokens, createPath) => {
    const color = ofLane(tokens.lanes, view.index, tokens.ink);
    const colors = targetColors(ends, tokens.paper, color);
    const stacked = height > 1.2 * width;
    const room = height - legendRoom;
    parts.forEach((part, k) => {
      context.save();
      context.translate(
        stacked ? 0 : k * Math.floor((width + gap) / 2),
        stacked ? k * Math.floor(room / 2) : 0,
      );
      const wide = stacked ? width : Math.floor((width - gap) / 2);
      drawPart(
        context,
        part,
        wide,
        stacked ? Math.floor(room / 2) : room,
        side,
        colors,
        tokens,
        createPath,
      );
      context.restore();
    });
    const place = { left: 4, top: height - legendRoom + 8, width: width - 8 };
    drawLegend(context, place, colors, lane.targetMap, testSamples !== null, tokens);
  };
}
