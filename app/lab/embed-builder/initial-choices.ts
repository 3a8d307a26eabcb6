// What the embed builder begins with: the figure as the page shows it.
import { panels } from '../../figure/panels/index.ts';
import { dataName } from '../../page-link.ts';
import type { FigureSession } from '../../session/types.ts';
import type { EmbedChoices } from './embed-choices.ts';

/** Until the figure says how high it is; where it cannot be asked, what two lanes with surface and contour plot need. */
const usualHeight = 900;

/**
 * @param before what is not of the experiment is taken over from there
 * @param folder that this page is served from; null if embeds cannot be had from there
 */
export function initialChoices(
  session: FigureSession,
  before: EmbedChoices | null,
  folder: string | null,
): EmbedChoices {
  const { experiment } = session.store.getState();
  const labels = session.views.map(({ label }) => label);
  return {
    controls: 'mini',
    autoplay: false,
    title: `Gradient descent on ${dataName(experiment)}: ${labels.join(', ')}`,
    width: null,
    ...{ height: usualHeight, ownHeight: false },
    address: folder ?? '',
    ...before,
    lanes: experiment.lanes.map(({ id }) => id),
    panels: experiment.panels.filter((id) => panels.has(id)),
    theme: experiment.theme,
    until: experiment.until,
  };
}
