// The pictures that exports draw anew; any other panel is copied from the screen.
import { panels } from '../../panels/index.ts';
import { common } from './common.ts';
import { contour } from './contour.ts';
import { loss } from './loss.ts';
import type { Picture } from './picture.ts';
import { shownPicture } from './shown.ts';
import { surface } from './surface.ts';

const drawn: readonly Picture[] = [surface, contour, common, loss];

/** @throws {RangeError} on an unknown panel */
export function pictureOf(panelId: string, figure: HTMLElement): Picture {
  const { scope } = panels.get(panelId);
  return drawn.find(({ id }) => id === panelId) ?? shownPicture(panelId, scope, figure);
}
