// The loss around one lane seen from above: iso-bands, axes, the path, and a crosshair shared by all lanes.
import { useCallback, useEffect, useId, useRef } from 'react';
import { formatNumber } from '../number-format.ts';
import type { FigureSession, LaneView } from '../session/types.ts';
import { listenToContour } from './contour-input.ts';
import { listenToNavigation, type Navigation } from './contour-navigation.ts';
import { createContourPainter } from './contour-painter.ts';
import { describeContour } from './describe.ts';
import { contourFacts } from './lane-facts.ts';
import { at } from './numeric.ts';
import { PlotTools } from './PlotTools.tsx';
import { spreadIndices } from './table-rows.ts';
import { TableTwin } from './TableTwin.tsx';
import { createStartButton } from './start-button.ts';
import { createWheelHint } from './wheel-hint.ts';
import { useDescription } from './use-description.ts';
import './plot.css';

interface Props {
  readonly session: FigureSession;
  readonly view: LaneView;
}

const instructions =
  'Arrow keys move a crosshair, with shift in larger steps. Enter starts all lanes there. Escape removes it. Plus and minus zoom, F fits the path, 0 resets the window.';

/** Fills its parent, whose size must not depend on it. */
export function ContourPlot({ session, view }: Props) {
  const stage = useRef<HTMLDivElement>(null);
  const bands = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const start = useRef<HTMLButtonElement>(null);
  const description = useRef<HTMLParagraphElement>(null);
  const reading = useRef<HTMLParagraphElement>(null);
  const wheelHint = useRef<HTMLParagraphElement>(null);
  const navigation = useRef<Navigation | null>(null);
  const id = useId();

  useEffect(() => {
    if (!stage.current || !bands.current || !overlay.current || !start.current) return;
    const canvases = { stage: stage.current, bands: bands.current, overlay: overlay.current };
    const pointer = { hovering: false };
    const painter = createContourPainter(canvases, session, view, pointer);
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
  }, [session, view]);

  const describe = useCallback(() => describeContour(contourFacts(session, view)), [session, view]);
  useDescription(description, session, describe);

  const readTable = useCallback(() => {
    const { path, lane, surface } = view;
    const [first, second] = surface?.plane.labels ?? ['first coordinate', 'second coordinate'];
    const count = Math.min(path.count, lane.trajectory.count);
    return {
      columns: ['step', first, second, 'loss'],
      rows: spreadIndices(count).map((k) => [
        String(at(lane.trajectory.iterations, k)),
        formatNumber(at(path.points, 3 * k)),
        formatNumber(at(path.points, 3 * k + 1)),
        formatNumber(at(lane.trajectory.losses, k)),
      ]),
    };
  }, [view]);

  return (
    <div className="plot">
      <div
        ref={stage}
        className="plot-stage"
        role="application"
        tabIndex={0}
        aria-label={`${view.label}: contour plot with crosshair`}
        aria-describedby={`${id}keys ${id}text`}
      >
        <canvas ref={bands} aria-hidden="true" />
        <canvas
          ref={overlay}
          role="img"
          aria-label={`${view.label}: contour plot of the loss`}
          aria-describedby={`${id}text`}
        />
      </div>
      <button
        ref={start}
        type="button"
        className="plot-start"
        aria-label={`start here, all lanes: ${view.label}`}
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
        onZoom={(factor) => navigation.current?.zoom(factor)}
      />
      <p id={`${id}keys`} className="plot-hidden">
        {instructions}
      </p>
      <p id={`${id}text`} className="plot-hidden" ref={description} />
      <p className="plot-hidden" aria-live="polite" ref={reading} />
      <TableTwin session={session} title={`${view.label}: path as a table`} read={readTable} />
    </div>
  );
}
