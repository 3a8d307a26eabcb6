// What every control of a figure is given.
import type { FigureSession } from '../session/types.ts';

export interface SessionProps {
  readonly session: FigureSession;
}
