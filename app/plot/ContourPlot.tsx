// The loss around one lane seen from above: iso-bands, axes, the path, and a crosshair shared by all lanes.
import { useCallback, useId, useLayoutEffect, useRef } from 'react';
import type { FigureSession, LaneView } from '../session/types.ts';
import { listenToContour } from './contour-input.ts';
import { listenToNavigation, type Navigation } from './contour-navigation.ts';
import { createContourPainter } from './contour-painter.ts';
import { describeContour, describePath } from './describe.ts';
import { contourFacts } from './lane-facts.ts';
import { pathTable } from './path-table.ts';
import { PlotTools } from './PlotTools.tsx';
import { TableTwin } from './TableTwin.tsx';
import { createStartButton } from './start-button.ts';
import { createWheelHint } from './wheel-hint.ts';
import { useDescription } from './use-description.ts';
import '../start-here.css';
import './plot.css';

interface Props {
  readonly session: FigureSession;
  readonly view: LaneView;
  /** Lanes with the same loss over these weights, whose paths are shown here too. Another list is another plot. */
  readonly companions?: readonly LaneView[];
  /** What the plot is called; after its lane, unless given. */
  readonly name?: string;
}

const none: readonly LaneView[] = [];

const instructions =
  'Arrow keys move a crosshair, with shift in larger steps. Enter starts all lanes there. Escape removes it. Plus and minus zoom, F fits the path, 0 resets the window.';

/** Fills its parent, whose size must not depend on it. */
export function ContourPlot({ session, view, companions = none, name = view.label }: Props) {
  const stage = useRef<HTMLDivElement>(null);
  const bands = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const start = useRef<HTMLButtonElement>(null);
  const description = useRef<HTMLParagraphElement>(null);
  const reading = useRef<HTMLParagraphElement>(null);
  const wheelHint = useRef<HTMLParagraphElement>(null);
  const navigation = useRef<Navigation | null>(null);
  const id = useId();

  // Before the next frame: an embed has a first plot in this place, and nothing may be blank in between.
  useLayoutEffect(() => {
    if (!stage.current || !bands.current || !overlay.current || !start.current) return;
    const canvases = { stage: stage.current, bands: bands.current, overlay: overlay.current };
    const pointer = { hovering: false };
    const painter = createContourPainter(canvases, session, view, pointer, companions);
    const frame = () => painter.frame;
    const button = createStartButton(
      ...([start.current, stage.current, session, frame, view.index] as const),
    );
    // For scripts and tests: where the window lies on the canvas.
    Object.assign(stage.current, { plotFrame: frame });
    const announce = (text: string) => {
      if (reading.current) reading.current.textContent = text;
    };
    const hint = createWheelHint(wheelHint.current);
    const moves = listenToNavigation(stage.current, session, view, frame, hint.show);
    navigation.current = moves;
    const input = { announce, pointer, button, moves };
    const silence = listenToContour(stage.current, session, view, frame, input);
    return () => {
      silence();
      moves.dispose();
      hint.dispose();
      navigation.current = null;
      button.dispose();
      painter.dispose();
    };
  }, [session, view, companions]);

  const describe = useCallback(() => {
    const others = companions.map((each) => describePath(contourFacts(session, each)));
    return [describeContour(contourFacts(session, view)), ...others].join(' ');
  }, [session, view, companions]);
  useDescription(description, session, describe);

  const readTable = useCallback(() => pathTable(view, companions), [view, companions]);

  return (
    <div className="plot plot-with-tools">
      <div
        ref={stage}
        className="plot-stage"
        role="application"
        tabIndex={0}
        aria-label={`${name}: contour plot with crosshair`}
        aria-describedby={`${id}keys ${id}text`}
      >
        <canvas ref={bands} aria-hidden="true" />
        <canvas
          ref={overlay}
          role="img"
          aria-label={`${name}: contour plot of the loss`}
          aria-describedby={`${id}text`}
        />
      </div>
      <button
        ref={start}
        type="button"
        className="start-here"
        aria-label={`start here, all lanes: ${name}`}
        hidden
      >
        start here
      </button>
      <p ref={wheelHint} className="plot-wheel-hint" aria-hidden="true" hidden>
        ctrl or ⌘ with the wheel zooms
      </p>
      <PlotTools
        session={session}
        view={view}
        name={name}
        onZoom={(factor) => navigation.current?.zoom(factor)}
      />
      <p id={`${id}keys`} className="plot-hidden">
        {instructions}
      </p>
      <p id={`${id}text`} className="plot-hidden" ref={description} />
      <p className="plot-hidden" aria-live="polite" ref={reading} />
      <TableTwin session={session} title={`${name}: path as a table`} read={readTable} />
    </div>
  );
}
