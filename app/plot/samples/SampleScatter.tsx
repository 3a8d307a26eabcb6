// A small still picture of samples in the plane of two inputs.
import { useEffect, useRef } from 'react';
import type { Dataset, Samples } from '../../../src/index.ts';
import { contourMargins, drawContourAxes, verticalLabelWidth } from '../draw-axes.ts';
import { fitFrame } from '../plot-frame.ts';
import { readPlotTokens } from '../plot-tokens.ts';
import { clearCanvas, watchSheet } from '../sheet.ts';
import { drawSamples } from './draw-samples.ts';
import { sampleWindow } from './sample-window.ts';
import { targetColors, targetEnds } from './target-colors.ts';
import '../plot.css';

export interface SampleScatterProps {
  readonly samples: Samples;
  readonly task: Dataset['task'];
  readonly titles: readonly [string, string];
  /** What the picture shows, in words. */
  readonly label: string;
  /** One unit has the same length along both axes. */
  readonly equal: boolean;
  /** Drawn anew when it changes. */
  readonly theme: string;
}

/** Fills its parent, whose size must not depend on it. */
export function SampleScatter(props: SampleScatterProps) {
  const { samples, task, titles, label, equal, theme } = props;
  const stage = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [first, second] = titles;

  useEffect(() => {
    const host = stage.current;
    if (!host) return;
    const window = sampleWindow(samples.inputs, equal);
    const paint = () => {
      if (!canvas.current || sheet.current.width === 0) return;
      const tokens = readPlotTokens(host);
      const context = clearCanvas(canvas.current, sheet.current);
      if (!context) return;
      const { width, height } = sheet.current;
      context.font = tokens.numberFont;
      const widest = verticalLabelWidth(context, window[2], window[3], height - 46);
      const frame = fitFrame(width, height, contourMargins(widest), window, equal);
      if (!frame) return;
      context.fillStyle = tokens.plotGround;
      context.fillRect(frame.left, frame.top, frame.width, frame.height);
      const colors = targetColors(targetEnds(samples.targets, task), tokens.paper, tokens.ink);
      drawSamples(context, frame, samples.inputs, samples.targets, {
        colors,
        rim: tokens.ruleStrong,
      });
      drawContourAxes(context, frame, [first, second], tokens);
    };
    const sheet = watchSheet(host, paint);
    return () => sheet.dispose();
  }, [samples, task, first, second, equal, theme]);

  return (
    <div className="plot">
      <div ref={stage} className="plot-stage">
        <canvas ref={canvas} role="img" aria-label={label} />
      </div>
    </div>
  );
}
