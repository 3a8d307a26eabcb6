// The page before its controls are there: names and contour plots, drawn while React and three.js are on their way.
import { panelIds } from '../../src/index.ts';
import { createContourPainter } from '../plot/contour-painter.ts';
import '../plot/plot.css';
import '../figure/figure.css';
import type { FigureSession, LaneView } from '../session/types.ts';
import './lab.css';
import { questionOf } from './question-of.ts';
import { applyTheme } from './theme-choice.ts';
import './first-view.css';

export interface FirstView {
  /** Says what went wrong, where the reader looks. */
  tell(sentence: string): void;
  /** Stops drawing; what stands on the page stays until something else takes its place. */
  dispose(): void;
}

/** Fills the page with what the lab will show at the same places, without a control. */
export function showFirstView(page: HTMLElement, session: FigureSession): FirstView {
  applyTheme(session);
  const painters: { dispose(): void }[] = [];
  const { panels } = session.store.getState().experiment;
  const [first] = session.views;

  const header = element('header', 'lab-header');
  const name = element('h1', '', 'Normscape');
  const question = element('p', 'lab-question', first ? questionOf(first.lane) : '');
  header.append(name, question, element('div', 'first-tools'));

  const lanes = element('div', 'lanes');
  lanes.dataset['lanes'] = String(session.views.length);
  const main = element('main');
  const figure = element('section', 'figure');
  const column = element('div', 'figure-main');
  main.append(figure);
  figure.append(column);
  column.append(element('div', 'first-verdict'), lanes);
  page.replaceChildren(header, main);

  for (const view of session.views) {
    const lane = element('article', 'lane');
    lane.append(titleOf(view));
    lanes.append(lane);
    for (const id of panelIds.filter((known) => panels.includes(known))) {
      if (id !== 'surface' && id !== 'contour') continue;
      const panel = element('div', 'panel');
      panel.dataset['panel'] = id;
      lane.append(panel);
      if (id === 'contour') painters.push(drawContour(panel, session, view));
    }
  }
  return {
    tell(sentence) {
      const notice = element('p', 'notice', sentence);
      notice.role = 'alert';
      header.after(notice);
    },
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
  return createContourPainter({ stage, bands, overlay }, session, view, { hovering: false });
}

function element(tag: string, className = '', text = ''): HTMLElement {
  const created = document.createElement(tag);
  if (className) created.className = className;
  created.textContent = text;
  return created;
}
