// The page before its controls are there: names and contour plots, drawn while React and three.js are on their way.
import type { FigureSession } from '../session/types.ts';
import { drawFirstLanes, element, type FirstView } from './first-lanes.ts';
import './lab.css';
import './phone.css';
import { questionOf } from './question-of.ts';
import { applyTheme } from './theme-choice.ts';

/** Fills the page with what the lab will show at the same places, without a control. */
export function showFirstView(page: HTMLElement, session: FigureSession): FirstView {
  applyTheme(session);
  const lanes = drawFirstLanes(session);
  const [first] = session.views;

  const header = element('header', 'lab-header');
  const name = element('h1', '', 'Normscape');
  const question = element('p', 'lab-question', first ? questionOf(first.lane) : '');
  header.append(name, question, element('div', 'first-tools'));

  const main = element('main');
  const figure = element('section', 'figure');
  const column = element('div', 'figure-main');
  main.append(figure);
  figure.append(column);
  column.append(element('div', 'first-verdict'), lanes.root);
  page.replaceChildren(header, main);

  return {
    tell(sentence) {
      const notice = element('p', 'notice', sentence);
      notice.role = 'alert';
      header.after(notice);
    },
    dispose: lanes.dispose,
  };
}
