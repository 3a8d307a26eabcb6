// The pictures of all panels, as exports draw them: by the functions that draw them on the screen.
import { common } from './common.ts';
import { contour } from './contour.ts';
import { curvature } from './curvature.ts';
import { data } from './data.ts';
import { loss } from './loss.ts';
import { network } from './network.ts';
import type { Picture } from './picture.ts';
import { step } from './step.ts';
import { surface } from './surface.ts';

const pictures: readonly Picture[] = [
  ...[surface, contour, common, network, data],
  ...[loss, curvature, step],
];

/** @throws {RangeError} on a panel that is not known */
export function pictureOf(panelId: string): Picture {
  const picture = pictures.find(({ id }) => id === panelId);
  if (!picture) throw new RangeError(`unknown panel: ${panelId}`);
  return picture;
}
