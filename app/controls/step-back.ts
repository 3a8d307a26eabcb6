// What one step back means, by button or by key: from where the figure is, or is already going to.
import type { FigureSession } from '../session/types.ts';

export function stepBack(session: FigureSession) {
  session.seek((session.seeking ?? session.iteration) - 1);
}
