// The lanes before anything else of a figure is there: their names and contour plots, without React.
import { panelIds } from '../../src/index.ts';
import { createContourPainter } from '../plot/contour-painter.ts';
import '../plot/plot.css';
import '../figure/figure.css';
import type { FigureSession, LaneView } from '../session/types.ts';
import './first-view.css';

export interface FirstView {
  /** Says what went wrong, where the reader looks. */
  tell(sentence: string): void;
  /** Stops drawing; what stands on the page stays until something else takes its place. */
  dispose(): void;
}

export interface FirstLanes {
  readonly root: HTMLElement;
  /** Stops drawing. */
  dispose(): void;
}

export function drawFirstLanes(session: FigureSession): FirstLanes {
  const painters: { dispose(): void }[] = [];
  const { panels } = session.store.getState().experiment;
  const root = element('div', 'lanes');
  root.dataset['lanes'] = String(session.views.length);
  for (const view of session.views) {
    const lane = element('article', 'lane');
    lane.append(titleOf(view));
    root.append(lane);
    for (const id of panelIds.filter((known) => panels.includes(known))) {
      if (id !== 'surface' && id !== 'contour') continue;
      const panel = element('div', 'panel');
      panel.dataset['panel'] = id;
      lane.append(panel);
      if (id === 'contour') painters.push(drawContour(panel, session, view));
    }
  }
  return {
    root,
    dispose() {
      for (const painter of painters) painter.dispose();
    },
  };
}

function titleOf(view: LaneView): HTMLElement {
  const head = element('div', 'first-head');
  const name = element('h2', '', view.label);
  name.style.color = `var(--lane-${view.index + 1}-text)`;
  head.append(name);
  return head;
}

function drawContour(panel: HTMLElement, session: FigureSession, view: LaneView) {
  const plot = element('div', 'plot');
  const stage = element('div', 'plot-stage');
  const bands = document.createElement('canvas');
  const overlay = document.createElement('canvas');
  stage.append(bands, overlay);
  plot.append(stage);
  // As wide as the legend that will stand there.
  panel.append(plot, element('div', 'plot-legend plot-legend-column'));
  // As high as the one that stands below the plot in a narrow lane.
  panel.append(element('div', 'plot-legend plot-legend-row'));
  return createContourPainter({ stage, bands, overlay }, session, view, { hovering: false });
}

export function element(tag: string, className = '', text = ''): HTMLElement {
  const created = document.createElement(tag);
  if (className) created.className = className;
  created.textContent = text;
  return created;
}
