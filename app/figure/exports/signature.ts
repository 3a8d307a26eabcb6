// Where a picture or a file is from: data, seed, step and link, so that anybody can make it again.
import { dataName, shortPageLink } from '../../page-link.ts';
import type { FigureSession } from '../../session/types.ts';
import { version } from '../../version.ts';

/**
 * Two short texts: what it shows, and the address that shows it.
 *
 * @param page address that stands in the folder of the page with every control, if this one does not
 */
export function signature(session: FigureSession, page?: string): readonly [string, string] {
  const { experiment } = session.store.getState();
  const what = `Normscape ${version} · ${dataName(experiment)}, seed ${experiment.seed}, step ${session.iteration}`;
  return [what, shortPageLink(experiment, page)];
}
