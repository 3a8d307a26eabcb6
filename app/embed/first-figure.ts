// The embed before its controls are there: names and contour plots, at the places that they will have.
import { drawFirstLanes, element, type FirstView } from '../lab/first-lanes.ts';
import { applyTheme } from '../lab/theme-choice.ts';
import type { FigureSession } from '../session/types.ts';
import type { EmbedOptions } from './options.ts';
import { hiddenParts } from './parts.ts';

export function showFirstFigure(
  page: HTMLElement,
  session: FigureSession,
  { controls, hide }: EmbedOptions,
): FirstView {
  applyTheme(session);
  const lanes = drawFirstLanes(session);
  const embed = element('main', 'embed');
  embed.dataset['controls'] = controls;
  embed.dataset['hide'] = hiddenParts(controls, hide).join(' ');
  const place = element('div', 'embed-figure');
  const figure = element('section', 'figure');
  const column = element('div', 'figure-main');
  column.append(lanes.root);
  figure.append(column);
  place.append(figure);
  embed.append(place);
  page.replaceChildren(embed);
  return {
    tell(sentence) {
      const notice = element('p', 'notice', sentence);
      notice.role = 'alert';
      embed.prepend(notice);
    },
    dispose: lanes.dispose,
  };
}
