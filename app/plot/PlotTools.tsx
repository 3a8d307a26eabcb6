// Buttons that move the window of a contour plot: a twin for wheel, drag and pinch.
import { useStore } from 'zustand';
import { Toolbar } from '../controls/Toolbar.tsx';
import type { FigureSession, LaneView } from '../session/types.ts';
import { zoomStep } from './contour-navigation.ts';

export interface PlotToolsProps {
  readonly session: FigureSession;
  readonly view: LaneView;
  /** What the plot is called. */
  readonly name: string;
  /** Makes the window so many times as wide. */
  readonly onZoom: (factor: number) => void;
}

/** In strokes on a square of 16. */
const icons = {
  nearer: 'M8 3v10M3 8h10',
  farther: 'M3 8h10',
  fit: 'M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3M5.5 9.5l2-2.5 1.5 1.5 2-2.5',
  reset: 'M4.2 4.6A5 5 0 1 1 3 8M4.4 1.6v3.2h3.2',
};

export function PlotTools({ session, view, name, onZoom }: PlotToolsProps) {
  const isChosen = useStore(session.store, (state) => state.experiment.windows.length > 0);
  const tools = [
    ['nearer', 'Zoom in', '+', () => onZoom(1 / zoomStep)],
    ['farther', 'Zoom out', '−', () => onZoom(zoomStep)],
    ['fit', 'Fit the path', 'F', () => session.fitPath()],
    ['reset', 'Reset the window', '0', () => session.setWindow(null, view.index)],
  ] as const;
  const buttons = tools.map(([id, label, shortcut, act]) => ({
    ...{ id, label, shortcut, act, icon: icons[id] },
    disabled: id === 'reset' && !isChosen,
  }));
  return <Toolbar className="plot-tools" name={`window of ${name}`} buttons={buttons} />;
}
